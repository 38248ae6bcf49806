"""The extra arguments as a tuple."""

from typing import Optional

from sqlalchemy import ForeignKey
from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: Optional[int] = Field(default=None, sa_column_args=(ForeignKey("team.id"),))
