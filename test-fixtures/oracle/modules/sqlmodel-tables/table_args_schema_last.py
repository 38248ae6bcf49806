"""A constraint and a schema."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class Seat(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("row", "number"), {"schema": "hall"})
    id: int = Field(primary_key=True)
    row: str = Field(index=True)
    number: int
