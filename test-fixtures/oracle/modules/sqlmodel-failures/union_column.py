"""A union of two types has none either."""

from typing import Union

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    code: Union[int, str]
