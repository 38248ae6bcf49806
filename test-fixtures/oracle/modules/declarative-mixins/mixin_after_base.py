"""The mixin stands behind the base."""

from datetime import datetime
from typing import Optional

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Timed:
    created: Mapped[Optional[datetime]]


class User(Base, Timed):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
