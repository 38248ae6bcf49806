"""The class does not exist."""

from sqlmodel import Field, Relationship, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int
    team: "Team" = Relationship()
