"""The same without `table=True`, and with a name of its own."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Villain(Hero):
    lair: Optional[str] = None


class Rogue(Hero, table=True):
    __tablename__ = "rogues"
    guild: Optional[str] = None
