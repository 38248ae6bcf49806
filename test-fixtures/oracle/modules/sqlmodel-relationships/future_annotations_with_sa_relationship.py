"""Under future annotations a `Mapped` annotation needs `sa_relationship`."""

from __future__ import annotations

from typing import List

from sqlalchemy.orm import Mapped, relationship
from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: Mapped[List[Hero]] = Relationship(sa_relationship=relationship(back_populates="team"))


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Mapped[Team] = Relationship(sa_relationship=relationship(back_populates="heroes"))
