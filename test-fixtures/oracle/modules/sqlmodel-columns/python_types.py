"""Python types and what SQLite makes of them."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from sqlmodel import Field, SQLModel


class Everything(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: str
    b: float
    c: bool
    d: datetime
    e: date
    f: time
    g: timedelta
    h: bytes
    i: Decimal
    j: UUID
