"""A table needs a key."""

from sqlmodel import SQLModel


class Hero(SQLModel, table=True):
    name: str
