"""Two mixins with one column: the first wins."""

from typing import Optional

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class First:
    name: Mapped[str] = mapped_column(String(10))


class Second:
    name: Mapped[Optional[str]] = mapped_column(String(20))


class User(First, Second, Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
