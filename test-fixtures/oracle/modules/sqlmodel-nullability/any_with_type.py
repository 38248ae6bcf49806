"""`Any` with `sa_type` is NOT NULL."""

from typing import Any

from sqlalchemy import Integer
from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: Any = Field(sa_type=Integer)
    height: Any = Field(default=None, sa_type=Integer)
