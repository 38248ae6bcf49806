"""A column object of a base can serve one table only."""

from sqlalchemy import Column, String
from sqlmodel import Field, SQLModel


class Base_(SQLModel):
    code: str = Field(sa_column=Column(String))


class Hero(Base_, table=True):
    id: int = Field(primary_key=True)


class Villain(Base_, table=True):
    id: int = Field(primary_key=True)
