"""A redeclared field with another action."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class MemberBase(SQLModel):
    team_id: Optional[int] = Field(default=None, foreign_key="team.id", ondelete="SET NULL")


class Hero(MemberBase, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id", ondelete="CASCADE")
