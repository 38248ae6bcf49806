"""Constraints in a tuple, with options at the end."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class Seat(SQLModel, table=True):
    __table_args__ = (
        UniqueConstraint("row", "number", name="uq_seat"),
        Index("ix_seat_row", "row"),
        CheckConstraint("number > 0", name="positive"),
        {"comment": "places to sit"},
    )
    id: int = Field(primary_key=True)
    row: str
    number: int
