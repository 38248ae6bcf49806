"""A plain Python mixin in front of SQLModel brings columns too."""

from datetime import datetime
from typing import Optional

from sqlmodel import Field, SQLModel


class Removable:
    removed_at: Optional[datetime] = Field(default=None, index=True)


class Hero(Removable, SQLModel, table=True):
    id: int = Field(primary_key=True)
