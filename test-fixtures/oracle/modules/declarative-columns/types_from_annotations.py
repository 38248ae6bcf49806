"""Column types from Python types."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Everything(Base):
    __tablename__ = "everything"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[str]
    b: Mapped[float]
    c: Mapped[bool]
    d: Mapped[datetime]
    e: Mapped[date]
    f: Mapped[time]
    g: Mapped[timedelta]
    h: Mapped[bytes]
    i: Mapped[Decimal]
    j: Mapped[UUID]
