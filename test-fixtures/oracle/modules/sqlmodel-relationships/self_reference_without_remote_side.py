"""A parent without `remote_side` is silently a collection of one."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Node(SQLModel, table=True):
    id: int = Field(primary_key=True)
    parent_id: Optional[int] = Field(default=None, foreign_key="node.id")
    parent: Optional["Node"] = Relationship()
