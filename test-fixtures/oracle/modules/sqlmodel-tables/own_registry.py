"""A base with a registry of its own."""

from sqlalchemy.orm import registry
from sqlmodel import Field, Relationship, SQLModel


class Base(SQLModel, registry=registry()):
    pass


class Hero(Base, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: "Team" = Relationship(back_populates="heroes")


class Team(Base, table=True):
    id: int = Field(primary_key=True)
    heroes: list[Hero] = Relationship(back_populates="team")
