"""Two bases side by side."""

from datetime import datetime
from typing import Optional

from sqlmodel import Field, SQLModel


class Timed(SQLModel):
    created: Optional[datetime] = None


class Named(SQLModel):
    name: str


class Hero(Timed, Named, table=True):
    id: int = Field(primary_key=True)
