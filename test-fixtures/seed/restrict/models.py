"""A harbour with boats cannot be removed: the database refuses, and nothing gets in its way."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Harbour(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    town: str


class Boat(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    registration: str
    harbour_id: int = Field(
        foreign_key="harbour.id",
        ondelete="RESTRICT",  # a harbour keeps its boats
    )

    harbour: Optional[Harbour] = Relationship()
