"""A view has no write cascades, whatever is asked for."""

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(
        cascade_delete=True, sa_relationship_kwargs={"viewonly": True, "cascade": "all, delete-orphan"}
    )


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
