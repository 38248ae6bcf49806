"""What stands beside `sa_relationship` is ignored."""

from sqlalchemy.orm import relationship
from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(
        cascade_delete=True, passive_deletes=True, back_populates="team", sa_relationship=relationship("Hero")
    )


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
