"""No foreign key at all."""

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship()


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int
