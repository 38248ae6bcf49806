"""Columns of the bases come first, then one's own."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Timed(SQLModel):
    created: datetime


class Named(Timed):
    name: str


class Hero(Named, table=True):
    id: int = Field(primary_key=True)
    age: int
