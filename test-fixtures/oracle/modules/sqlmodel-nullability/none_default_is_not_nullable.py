"""A default of None does not make `int` nullable."""

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    size: int = None
    height: int = Field(default=None)
