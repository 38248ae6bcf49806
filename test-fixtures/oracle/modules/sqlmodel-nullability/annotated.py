"""Metadata inside `Annotated` counts."""

from typing import Annotated, Optional

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: Annotated[int, Field(primary_key=True)]
    size: Annotated[Optional[int], Field()] = None
    height: Annotated[int, Field(nullable=True)]
