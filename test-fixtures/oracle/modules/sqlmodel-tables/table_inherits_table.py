"""A table class that inherits from a table class gets no table."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str


class Villain(Hero, table=True):
    lair: Optional[str] = None
