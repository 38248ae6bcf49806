"""An order and a loading strategy."""

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship_kwargs={"order_by": "Hero.name", "lazy": "subquery"})


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    team_id: int = Field(foreign_key="team.id")
