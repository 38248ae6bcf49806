"""Another world."""

from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel


class Second(SQLModel, registry=registry()):
    pass


class Hero(Second, table=True):
    id: int = Field(primary_key=True)
    age: int
