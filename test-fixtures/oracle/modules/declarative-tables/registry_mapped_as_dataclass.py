"""Dataclasses of a registry that has a type_annotation_map."""

from typing import Annotated, Optional

from sqlalchemy import ForeignKey, String, func
from sqlalchemy.orm import Mapped, mapped_column, registry, relationship

reg = registry(type_annotation_map={str: String(80)})
intpk = Annotated[int, mapped_column(primary_key=True)]


@reg.mapped_as_dataclass
class Author:
    __tablename__ = "author"
    id: Mapped[intpk] = mapped_column(init=False)
    name: Mapped[str]
    books: Mapped[list["Book"]] = relationship(back_populates="author", default_factory=list, cascade="all, delete-orphan")


@reg.mapped_as_dataclass(kw_only=True)
class Book:
    __tablename__ = "book"
    id: Mapped[intpk] = mapped_column(init=False)
    title: Mapped[str]
    author_id: Mapped[Optional[int]] = mapped_column(ForeignKey("author.id"), init=False)
    pages: Mapped[int] = mapped_column(default=0, server_default="0")
    author: Mapped[Optional[Author]] = relationship(back_populates="books", default=None)


@reg.mapped
class Review:
    __tablename__ = "review"
    id: Mapped[intpk]
    book_id: Mapped[int] = mapped_column(ForeignKey(Book.id, ondelete="CASCADE"))
    book: Mapped[Book] = relationship(backref="reviews")
