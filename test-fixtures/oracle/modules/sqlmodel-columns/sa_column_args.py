"""A foreign key among the extra arguments."""

from sqlalchemy import ForeignKey
from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(sa_column_args=[ForeignKey("team.id", ondelete="CASCADE")])
