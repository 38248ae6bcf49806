"""Options alone."""

from sqlmodel import Field, SQLModel


class Seat(SQLModel, table=True):
    __table_args__ = {"schema": "hall"}
    id: int = Field(primary_key=True)


class Ticket(SQLModel, table=True):
    __table_args__ = {"schema": "hall"}
    id: int = Field(primary_key=True)
    seat_id: int = Field(foreign_key="hall.seat.id", index=True)
