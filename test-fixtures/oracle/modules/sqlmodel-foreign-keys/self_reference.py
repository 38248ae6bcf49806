"""A table that references itself, without relationships."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Node(SQLModel, table=True):
    id: int = Field(primary_key=True)
    parent_id: Optional[int] = Field(default=None, foreign_key="node.id", ondelete="CASCADE")
