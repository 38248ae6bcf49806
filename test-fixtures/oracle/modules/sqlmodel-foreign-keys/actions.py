"""Every action, and none."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: int = Field(foreign_key="team.id")
    b: int = Field(foreign_key="team.id", ondelete="CASCADE")
    c: Optional[int] = Field(default=None, foreign_key="team.id", ondelete="SET NULL")
    d: int = Field(foreign_key="team.id", ondelete="RESTRICT")
    e: int = Field(foreign_key="team.id", ondelete="NO ACTION")
    f: int = Field(foreign_key="team.id", ondelete="SET DEFAULT")
