"""Mixins that inherit from mixins."""

from datetime import datetime
from typing import Optional

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Keyed:
    id: Mapped[int] = mapped_column(primary_key=True)


class Timed(Keyed):
    created: Mapped[Optional[datetime]]


class User(Timed, Base):
    __tablename__ = "user"
    name: Mapped[str]
