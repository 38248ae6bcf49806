from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Folder(Base):
    __tablename__ = "folder"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("folder.id", ondelete="CASCADE"))
    folders: Mapped[List["Folder"]] = relationship(lazy="joined", join_depth=2, passive_deletes=True)


class Topic(Base):
    __tablename__ = "topic"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("topic.id", ondelete="CASCADE"))
    topics: Mapped[List["Topic"]] = relationship(
        lazy="selectin", join_depth=1, cascade="all", passive_deletes=True
    )


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    books: Mapped[List["Book"]] = relationship(
        lazy="joined", join_depth=3, passive_deletes=True, back_populates="author"
    )


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[Optional[int]] = mapped_column(ForeignKey("author.id", ondelete="CASCADE"))
    author: Mapped[Optional["Author"]] = relationship(lazy="joined", join_depth=3, back_populates="books")
    pages: Mapped[List["Page"]] = relationship(lazy="immediate", passive_deletes=True)


class Page(Base):
    __tablename__ = "page"
    id: Mapped[int] = mapped_column(primary_key=True)
    book_id: Mapped[Optional[int]] = mapped_column(ForeignKey("book.id", ondelete="CASCADE"))
