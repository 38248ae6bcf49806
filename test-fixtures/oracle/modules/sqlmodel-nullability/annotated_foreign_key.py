"""A foreign key inside `Annotated` counts."""

from typing import Annotated, Optional

from sqlmodel import Field, SQLModel


class Shelf(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    shelf_id: Annotated[int, Field(foreign_key="shelf.id", ondelete="CASCADE", index=True)]
    spare_id: Annotated[Optional[int], Field(foreign_key="shelf.id")] = None
