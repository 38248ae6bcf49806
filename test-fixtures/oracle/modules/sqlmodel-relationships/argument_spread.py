"""Arguments of `Relationship` from a dictionary."""

from sqlmodel import Field, Relationship, SQLModel

OPTIONS = {"back_populates": "team", "cascade_delete": True}


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(**OPTIONS)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Team = Relationship(back_populates="heroes")
