"""SET NULL on NOT NULL, written so that nobody notices."""

from typing import Optional

from sqlalchemy import Column, ForeignKey
from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: Optional[int] = Field(
        default=None, foreign_key="team.id", ondelete="SET NULL", sa_column_kwargs={"nullable": False}
    )
    b: int = Field(sa_column=Column(ForeignKey("team.id", ondelete="SET NULL"), nullable=False))
    c: int = Field(sa_column_args=[ForeignKey("team.id", ondelete="SET NULL")])
