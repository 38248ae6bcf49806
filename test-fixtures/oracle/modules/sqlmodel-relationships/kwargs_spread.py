"""Constants spread into a dictionary; the later entry wins."""

from sqlmodel import Field, Relationship, SQLModel

OWNED = {"cascade": "all, delete-orphan", "lazy": "joined"}


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship_kwargs={**OWNED, "lazy": "selectin"})
    pets: list["Pet"] = Relationship(sa_relationship_kwargs={"lazy": "selectin", **OWNED})


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")


class Pet(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
