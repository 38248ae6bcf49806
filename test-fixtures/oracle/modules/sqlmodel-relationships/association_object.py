"""A link model with relationships of its own."""

from sqlmodel import Field, Relationship, SQLModel


class Link(SQLModel, table=True):
    team_id: int = Field(foreign_key="team.id", primary_key=True)
    hero_id: int = Field(foreign_key="hero.id", primary_key=True)
    team: "Team" = Relationship(back_populates="links")
    hero: "Hero" = Relationship(back_populates="links")


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    links: list[Link] = Relationship(back_populates="team", cascade_delete=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    links: list[Link] = Relationship(back_populates="hero")
