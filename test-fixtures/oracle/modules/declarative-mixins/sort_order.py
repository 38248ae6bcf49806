"""Columns of a mixin placed last by their sort order."""

from datetime import datetime
from typing import Optional

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Timed:
    created: Mapped[Optional[datetime]] = mapped_column(sort_order=10)
    key: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


class User(Timed, Base):
    __tablename__ = "user"
    name: Mapped[str]
