"""Two foreign keys to one table, picked by strings."""

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    home: list["Match"] = Relationship(sa_relationship_kwargs={"foreign_keys": "[Match.home_id]"})
    away: list["Match"] = Relationship(sa_relationship_kwargs={"foreign_keys": "Match.away_id"})


class Match(SQLModel, table=True):
    id: int = Field(primary_key=True)
    home_id: int = Field(foreign_key="team.id")
    away_id: int = Field(foreign_key="team.id")
