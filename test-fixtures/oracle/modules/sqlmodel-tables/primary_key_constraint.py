"""The primary key declared in the table's arguments."""

from sqlalchemy import PrimaryKeyConstraint
from sqlmodel import SQLModel


class Seat(SQLModel, table=True):
    __table_args__ = (PrimaryKeyConstraint("row", "number", name="pk_seat"),)
    row: str
    number: int
