"""A `Column` of one's own is nullable unless it says otherwise, whatever the annotation."""

from typing import Optional

from sqlalchemy import Column, Integer
from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: int = Field(sa_column=Column(Integer))
    height: Optional[int] = Field(default=None, sa_column=Column(Integer, nullable=False))
