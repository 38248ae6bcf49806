"""Constraints and options in the table's arguments."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Seat(Base):
    __tablename__ = "seat"
    __table_args__ = (
        UniqueConstraint("row", "number", name="uq_seat"),
        Index("ix_row", "row", "number", unique=True),
        CheckConstraint("number > 0"),
        {"schema": "hall", "comment": "to sit on"},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    row: Mapped[str]
    number: Mapped[int]
