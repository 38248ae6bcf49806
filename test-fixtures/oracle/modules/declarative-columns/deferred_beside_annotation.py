"""A column inside another property knows nothing of the annotation."""

from typing import Optional

from sqlalchemy import Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, deferred, mapped_column


class Base(DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    summary: Mapped[str] = deferred(mapped_column(String))
    text: Mapped[Optional[str]] = deferred(mapped_column(String, nullable=False))
    pages: Mapped[int] = column_property(mapped_column("page_count", Integer))
