"""Defaults of the database: a string, a text, a function."""

from datetime import datetime
from typing import Optional

from sqlalchemy import func, text
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    b: int = Field(default=2, sa_column_kwargs={"server_default": text("2")})
    c: Optional[datetime] = Field(default=None, sa_column_kwargs={"server_default": func.now()})
