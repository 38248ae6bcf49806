"""`Mapped[...]` is allowed too."""

from typing import Optional

from sqlalchemy.orm import Mapped
from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: Mapped[list["Hero"]] = Relationship(back_populates="team")


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Mapped[Optional["Team"]] = Relationship(back_populates="heroes")
