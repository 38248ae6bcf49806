"""Several primary key fields, in column order."""

from sqlmodel import Field, SQLModel


class Seat(SQLModel, table=True):
    row: str = Field(primary_key=True)
    label: str
    number: int = Field(primary_key=True)
