"""Every way to say list."""

from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: list["Hero"] = Relationship()
    b: List["Hero"] = Relationship(sa_relationship_kwargs={"viewonly": True})
    c: Optional[list["Hero"]] = Relationship(sa_relationship_kwargs={"viewonly": True})
    d: list["Hero"] | None = Relationship(sa_relationship_kwargs={"viewonly": True})


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
