"""Journals, entries and replies. SQLModel refuses the reply's author: SET NULL on a column that may not be NULL."""

from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class Writer(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    handle: str

    entries: List["Entry"] = Relationship(
        back_populates="writer",
        sa_relationship_kwargs={"cascade": "all, delete-orphan"},
    )


class Entry(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    heading: str
    body: str
    writer_id: int = Field(foreign_key="writer.id", ondelete="CASCADE")

    writer: Optional[Writer] = Relationship(back_populates="entries")
    replies: List["Reply"] = Relationship(
        back_populates="entry",
        sa_relationship_kwargs={"cascade": "all, delete-orphan"},
    )


class Reply(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    body: str
    entry_id: int = Field(foreign_key="entry.id", ondelete="CASCADE")
    writer_id: int = Field(foreign_key="writer.id", ondelete="SET NULL")

    entry: Optional[Entry] = Relationship(back_populates="replies")
    writer: Optional[Writer] = Relationship()
