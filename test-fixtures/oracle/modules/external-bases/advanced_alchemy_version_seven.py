"""The bases with time-ordered keys."""

from uuid import UUID

from advanced_alchemy.base import UUIDv6Base, UUIDv7AuditBase
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column


class Author(UUIDv6Base):
    __tablename__ = "authors"
    name: Mapped[str]


class Book(UUIDv7AuditBase):
    __tablename__ = "books"
    author_id: Mapped[UUID] = mapped_column(ForeignKey("authors.id"))
