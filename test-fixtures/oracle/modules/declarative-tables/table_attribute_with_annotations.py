"""Annotations beside a table that is there already are for type checkers only."""

from typing import Any, Optional

from sqlalchemy import Column, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped


class Base(DeclarativeBase):
    pass


class Activity(Base):
    __table__ = Table(
        "activity",
        Base.metadata,
        Column("id", Integer, primary_key=True),
        Column("data", String(20)),
    )

    id: Mapped[int]
    data: Mapped[dict[str, Any]]
    nothing: Mapped[Optional[list[str]]]
