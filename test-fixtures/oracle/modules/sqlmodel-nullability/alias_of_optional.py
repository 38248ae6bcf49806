"""An alias of an optional type."""

from typing import Optional

from sqlmodel import Field, SQLModel

MaybeInt = Optional[int]


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: MaybeInt = None
    height: MaybeInt
