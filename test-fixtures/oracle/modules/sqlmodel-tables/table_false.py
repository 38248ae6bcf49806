"""`table=False` and no keyword at all: no table."""

from sqlmodel import Field, SQLModel


class HeroBase(SQLModel, table=False):
    name: str


class HeroRead(HeroBase):
    id: int


class Hero(HeroBase, table=True):
    id: int = Field(primary_key=True)
