"""A key that is part of a reference whose other column is nullable: a row need not refer to anything to have a key."""

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Integer, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Chapter(Base):
    __tablename__ = "chapter"
    __table_args__ = (UniqueConstraint("chapter_id", "book_id"),)
    chapter_id = mapped_column(Integer, primary_key=True)
    book_id = mapped_column(Integer, ForeignKey("book.book_id"))


class Book(Base):
    __tablename__ = "book"
    __table_args__ = (
        ForeignKeyConstraint(
            ["book_id", "best_chapter_id"], ["chapter.book_id", "chapter.chapter_id"], name="best_chapter"
        ),
    )
    book_id = mapped_column(Integer, primary_key=True, autoincrement="ignore_fk")
    best_chapter_id = mapped_column(Integer)
    chapters = relationship(Chapter, primaryjoin=book_id == Chapter.book_id, foreign_keys=Chapter.book_id)
    best_chapter = relationship(
        Chapter,
        primaryjoin=best_chapter_id == Chapter.chapter_id,
        foreign_keys=best_chapter_id,
        post_update=True,
    )
