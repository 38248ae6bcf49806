"""One world."""

from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel


class First(SQLModel, registry=registry()):
    pass


class Hero(First, table=True):
    id: int = Field(primary_key=True)
    name: str
