"""Spaces around the equals sign, other keywords before."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table = True):
    id: int = Field(primary_key = True)
