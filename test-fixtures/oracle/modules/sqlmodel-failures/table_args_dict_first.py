"""Options must stand last."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class Seat(SQLModel, table=True):
    __table_args__ = ({"schema": "hall"}, UniqueConstraint("number"))
    id: int = Field(primary_key=True)
    number: int
