"""`sa_relationship_kwargs` wins over the arguments beside it."""

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(
        cascade_delete=True, passive_deletes=True, sa_relationship_kwargs={"cascade": "save-update"}
    )
    pets: list["Pet"] = Relationship(passive_deletes="all", sa_relationship_kwargs={"passive_deletes": False})


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")


class Pet(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
