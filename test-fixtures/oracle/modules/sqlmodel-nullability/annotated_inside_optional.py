"""Metadata inside `Optional[Annotated[...]]` is not seen: the foreign key is lost."""

from typing import Annotated, Optional

from sqlmodel import Field, SQLModel


class Shelf(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    shelf_id: Optional[Annotated[int, Field(foreign_key="shelf.id", ondelete="CASCADE")]] = None
