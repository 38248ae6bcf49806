"""An annotated name is no column."""

from typing import ClassVar

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    __tablename__: str = "heroes"
    id: int = Field(primary_key=True)


class Team(SQLModel, table=True):
    __tablename__: ClassVar[str] = "teams"
    id: int = Field(primary_key=True)
