"""A real table beside a lookalike."""

from pydantic import Field as PydanticField
from sqlmodel import Field, SQLModel


class Column:
    pass


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    age: int = PydanticField(default=3, ge=0)
