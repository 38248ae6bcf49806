"""Schemas for reading and writing stand beside the table and mean nothing to the database."""

from typing import Optional

from sqlmodel import Field, SQLModel


class HeroBase(SQLModel):
    name: str
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)


class Hero(HeroBase, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)


class HeroCreate(HeroBase):
    secret: str


class HeroPublic(HeroBase):
    id: int
