"""Annotations that are text are looked up in the module first, then among the names of the finished class."""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Role(enum.Enum):
    admin = "admin"
    member = "member"


class Invoice(Base):
    __tablename__ = "invoice"

    class Role(enum.Enum):
        payer = "payer"
        administrator = "administrator"

    class State(enum.Enum):
        open = "open"
        settled = "settled"

    id: Mapped[int] = mapped_column(primary_key=True)
    date: Mapped[date] = mapped_column()
    due: Mapped[date | None]
    role: Mapped[Role]
    state: Mapped[State]
    earlier: Mapped["State | None"]
