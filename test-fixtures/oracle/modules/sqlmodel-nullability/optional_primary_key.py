"""A primary key is NOT NULL whatever the annotation."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
