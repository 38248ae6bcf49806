"""A relationship of SQLAlchemy's, used as it is."""

from sqlalchemy.orm import relationship
from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship=relationship("Hero", cascade="all, delete-orphan"))


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
