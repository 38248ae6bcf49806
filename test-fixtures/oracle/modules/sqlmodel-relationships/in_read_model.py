"""A relationship in a class without a table is inert."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")


class HeroRead(SQLModel):
    id: int
    team: Optional[Team] = Relationship()
