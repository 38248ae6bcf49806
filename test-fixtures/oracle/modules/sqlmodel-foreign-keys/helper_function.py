"""A function that returns the field."""

from typing import Optional

from sqlmodel import Field, SQLModel


def reference(table: str, ondelete: str = "CASCADE"):
    return Field(foreign_key=f"{table}.id", ondelete=ondelete, index=True)


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = reference("team")
    spare_id: Optional[int] = reference("team", ondelete="SET NULL")
