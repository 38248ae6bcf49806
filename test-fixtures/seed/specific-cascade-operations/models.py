"""The cascade list leaves delete out, so deleting a choir empties a column that may not be empty."""

from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class Choir(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    name: str

    # saved and merged together, not deleted together
    voices: List["Voice"] = Relationship(
        back_populates="choir",
        sa_relationship_kwargs={"cascade": "save-update, merge, refresh-expire"},
    )


class Voice(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    register_name: str
    choir_id: int = Field(foreign_key="choir.id")

    choir: Optional[Choir] = Relationship(back_populates="voices")
