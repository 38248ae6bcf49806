"""Seeds outlive their shelf: the database empties the column, and no parent-side relationship interferes."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Shelf(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    label: str


class SeedPacket(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    plant: str
    shelf_id: Optional[int] = Field(foreign_key="shelf.id", ondelete="SET NULL", index=True)

    shelf: Optional[Shelf] = Relationship()
