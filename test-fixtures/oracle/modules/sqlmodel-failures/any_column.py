"""`Any` alone has none."""

from typing import Any

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    code: Any
