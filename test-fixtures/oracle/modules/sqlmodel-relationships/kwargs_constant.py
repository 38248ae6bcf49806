"""The options are a constant of the module."""

from sqlmodel import Field, Relationship, SQLModel

OWNED = {"cascade": "all, delete-orphan", "passive_deletes": True}


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship_kwargs=OWNED)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id", ondelete="CASCADE")
