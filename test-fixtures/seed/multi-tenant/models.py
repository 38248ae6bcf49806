"""A base with table=True: the classes that inherit from it get no tables at all, and nothing says so."""

from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class OwnedRecord(SQLModel, table=True):
    __abstract__ = True
    id: int = Field(default=None, primary_key=True)
    account_id: str = Field(index=True)


class Board(OwnedRecord, table=True):
    account_id: str = Field(foreign_key="account.id", index=True)
    name: str

    cards: List["Card"] = Relationship(
        back_populates="board",
        sa_relationship_kwargs={"cascade": "all, delete-orphan"},
    )


class Card(OwnedRecord, table=True):
    account_id: str = Field(foreign_key="account.id", index=True)
    board_id: int = Field(foreign_key="board.id", ondelete="CASCADE")
    title: str

    board: Optional[Board] = Relationship(back_populates="cards")
