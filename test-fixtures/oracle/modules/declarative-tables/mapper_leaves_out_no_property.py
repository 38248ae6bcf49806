"""A mapper leaves out columns; a deferred column is a property that it is given, and is mapped all the same."""

from typing import Optional

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, deferred, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    left_out: Mapped[Optional[str]]
    late: Mapped[Optional[str]] = mapped_column(deferred=True)
    grouped: Mapped[Optional[str]] = mapped_column(deferred_group="texts")
    refused: Mapped[Optional[str]] = mapped_column(deferred_raiseload=True)
    watched: Mapped[Optional[str]] = mapped_column(active_history=True)
    at_once: Mapped[Optional[str]] = mapped_column(deferred=False)
    older = deferred(Column(String(10)))
    held = column_property(Column(Integer))
    books: Mapped[list["Book"]] = relationship(back_populates="author")
    __mapper_args__ = {
        "exclude_properties": ["left_out", "late", "grouped", "refused", "watched", "at_once", "older", "held"]
    }


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[Optional[str]]
    author_id: Mapped[Optional[int]] = mapped_column(ForeignKey("author.id"), deferred=True)
    author: Mapped[Optional["Author"]] = relationship(back_populates="books")
    __mapper_args__ = {"include_properties": ["id"]}
