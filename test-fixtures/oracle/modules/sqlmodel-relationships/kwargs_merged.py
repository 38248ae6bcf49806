"""Two dictionaries merged with `|`."""

from sqlmodel import Field, Relationship, SQLModel

OWNED = {"cascade": "all, delete-orphan"}


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship_kwargs=OWNED | {"passive_deletes": True})


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
