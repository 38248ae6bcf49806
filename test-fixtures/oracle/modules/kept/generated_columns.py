"""Columns that the database computes: no INSERT may name them."""

from typing import List, Optional

from sqlalchemy import Computed, ForeignKey, Identity
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    a: Mapped[int]
    twice: Mapped[int] = mapped_column(Computed("a * 2"))
    books: Mapped[List["Book"]] = relationship()


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[Optional[int]] = mapped_column(ForeignKey("author.id"))
    has_author: Mapped[bool] = mapped_column(Computed("author_id IS NOT NULL", persisted=True))
