"""A base with metadata of its own: its schema is the default for strings too."""

from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel


class Hall(SQLModel):
    metadata = MetaData(schema="hall")


class Seat(Hall, table=True):
    id: int = Field(primary_key=True)


class Ticket(Hall, table=True):
    id: int = Field(primary_key=True)
    seat_id: int = Field(foreign_key="seat.id", ondelete="CASCADE")
