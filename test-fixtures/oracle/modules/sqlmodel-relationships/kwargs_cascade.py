"""Cascade and passive deletes through `sa_relationship_kwargs`."""

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(
        back_populates="team",
        sa_relationship_kwargs={"cascade": "all, delete-orphan", "passive_deletes": True, "lazy": "selectin"},
    )


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id", ondelete="CASCADE")
    team: Team = Relationship(back_populates="heroes")
