"""A link model on one side only."""

from sqlmodel import Field, Relationship, SQLModel


class Link(SQLModel, table=True):
    team_id: int = Field(foreign_key="team.id", primary_key=True)
    hero_id: int = Field(foreign_key="hero.id", primary_key=True)


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="teams", link_model=Link)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    teams: list[Team] = Relationship(back_populates="heroes")
