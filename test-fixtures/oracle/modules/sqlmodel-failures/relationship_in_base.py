"""Relationships are not inherited."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class HeroBase(SQLModel):
    team_id: int = Field(foreign_key="team.id")
    team: Optional[Team] = Relationship()


class Hero(HeroBase, table=True):
    id: int = Field(primary_key=True)
