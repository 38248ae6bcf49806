"""`nullable=None` is a value too: it is false."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: Optional[int] = Field(default=None, nullable=None)
