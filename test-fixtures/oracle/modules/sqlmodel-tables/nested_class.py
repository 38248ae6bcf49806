"""A table class inside another class."""

from sqlmodel import Field, SQLModel


class Outer:
    class Hero(SQLModel, table=True):
        id: int = Field(primary_key=True)
