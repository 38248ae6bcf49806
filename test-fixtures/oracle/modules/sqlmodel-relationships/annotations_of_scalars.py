"""Every way to say one."""

from typing import Optional, Union

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    a: Team = Relationship()
    b: "Team" = Relationship(sa_relationship_kwargs={"viewonly": True})
    c: Optional[Team] = Relationship(sa_relationship_kwargs={"viewonly": True})
    d: Optional["Team"] = Relationship(sa_relationship_kwargs={"viewonly": True})
    e: Team | None = Relationship(sa_relationship_kwargs={"viewonly": True})
    f: Union["Team", None] = Relationship(sa_relationship_kwargs={"viewonly": True})
    g: Union[None, Team] = Relationship(sa_relationship_kwargs={"viewonly": True})
