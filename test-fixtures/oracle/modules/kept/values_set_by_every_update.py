"""Columns that an UPDATE sets although nobody asked for it: constants, SQL and functions."""

from datetime import datetime
from typing import List, Optional

from sqlalchemy import DateTime, ForeignKey, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


def stamp():
    return datetime(2020, 1, 1)


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    books: Mapped[List["Book"]] = relationship(back_populates="author", foreign_keys="Book.author_id")
    best_id: Mapped[Optional[int]] = mapped_column(ForeignKey("book.id"))
    updated: Mapped[datetime] = mapped_column(DateTime, server_default=func.now(), onupdate=func.now())
    best: Mapped[Optional["Book"]] = relationship(foreign_keys=[best_id], post_update=True)


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[datetime] = mapped_column(default=datetime.utcnow, onupdate=datetime.utcnow)
    b: Mapped[Optional[datetime]] = mapped_column(onupdate=func.now())
    author_id: Mapped[Optional[int]] = mapped_column(ForeignKey("author.id"))
    c: Mapped[str] = mapped_column(String(10), onupdate="x")
    d: Mapped[bool] = mapped_column(onupdate=True)
    e: Mapped[Optional[datetime]] = mapped_column(server_onupdate=func.now())
    f: Mapped[Optional[str]] = mapped_column(String(10), onupdate=func.coalesce(func.upper("x"), "y"))
    author: Mapped[Optional["Author"]] = relationship(foreign_keys=[author_id], back_populates="books")
