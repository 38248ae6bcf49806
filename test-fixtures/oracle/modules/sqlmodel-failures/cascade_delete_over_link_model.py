"""The cascade over a link model."""

from sqlmodel import Field, Relationship, SQLModel


class Link(SQLModel, table=True):
    team_id: int = Field(foreign_key="team.id", primary_key=True)
    hero_id: int = Field(foreign_key="hero.id", primary_key=True)


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(link_model=Link, cascade_delete=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
