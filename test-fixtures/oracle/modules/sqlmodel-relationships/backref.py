"""A backref makes an attribute on the other class."""

from sqlalchemy.orm import backref
from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Team = Relationship(
        sa_relationship_kwargs={"backref": backref("heroes", cascade="all, delete-orphan", passive_deletes=True)}
    )
