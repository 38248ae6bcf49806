"""A reader's notes go with the reader: both sides say so, but every note is loaded first."""

from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class Reader(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    nickname: str

    notes: List["Note"] = Relationship(
        back_populates="reader",
        sa_relationship_kwargs={"cascade": "all, delete-orphan"},
    )


class Note(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    text: str
    reader_id: int = Field(foreign_key="reader.id", ondelete="CASCADE")

    reader: Optional[Reader] = Relationship(back_populates="notes")
