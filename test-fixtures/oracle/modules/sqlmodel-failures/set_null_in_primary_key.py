"""Nor is `Optional` on a primary key."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    team_id: Optional[int] = Field(default=None, foreign_key="team.id", ondelete="SET NULL", primary_key=True)
