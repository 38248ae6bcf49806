"""Two foreign keys and no hint which one is meant."""

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    matches: list["Match"] = Relationship()


class Match(SQLModel, table=True):
    id: int = Field(primary_key=True)
    home_id: int = Field(foreign_key="team.id")
    away_id: int = Field(foreign_key="team.id")
