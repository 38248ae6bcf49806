"""`sa_column_kwargs` beside `sa_column`."""

from sqlalchemy import Column, Integer
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    age: int = Field(sa_column=Column(Integer), sa_column_kwargs={"nullable": False})
