"""The default as the first argument."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(None, primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(None, primary_key=True)
    team_id: Optional[int] = Field(None, foreign_key="team.id")
