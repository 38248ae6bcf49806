"""Pydantic's `Field` and models of the same shape: no tables."""

from pydantic import BaseModel, Field


class Team(BaseModel):
    id: int = Field(description="key")
    heroes: list["Hero"] = []


class Hero(BaseModel):
    id: int
    team_id: int = Field(default=1)
