"""Quoted annotations mean what they say."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: "Optional[int]"
    height: "int | None" = None
    depth: "int" = 3
