"""Subclasses in their base's table; their foreign keys belong to it."""

from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "item"}


class Book(Item):
    author_id: Mapped[Optional[int]] = mapped_column(ForeignKey("author.id", ondelete="SET NULL"))
    author: Mapped[Optional["Author"]] = relationship(back_populates="books")
    __mapper_args__ = {"polymorphic_identity": "book"}


class Film(Item):
    minutes: Mapped[Optional[int]]
    __mapper_args__ = {"polymorphic_identity": "film"}


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    books: Mapped[List[Book]] = relationship(back_populates="author")
