"""A bare `int` is NOT NULL."""

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: int
