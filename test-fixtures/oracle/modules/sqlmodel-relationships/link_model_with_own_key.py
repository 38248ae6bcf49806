"""A link model with a key of its own and more columns."""

from datetime import date
from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Link(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id", ondelete="CASCADE")
    hero_id: int = Field(foreign_key="hero.id", ondelete="CASCADE")
    since: Optional[date] = None


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(link_model=Link)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
