"""A backref by name."""

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Team = Relationship(sa_relationship_kwargs={"backref": "heroes"})
