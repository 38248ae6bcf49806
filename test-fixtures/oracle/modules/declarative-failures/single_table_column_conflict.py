"""Two subclasses bring the same column to one table."""

from typing import Optional

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind"}


class Book(Item):
    pages: Mapped[Optional[int]]
    __mapper_args__ = {"polymorphic_identity": "book"}


class Film(Item):
    pages: Mapped[Optional[int]]
    __mapper_args__ = {"polymorphic_identity": "film"}
