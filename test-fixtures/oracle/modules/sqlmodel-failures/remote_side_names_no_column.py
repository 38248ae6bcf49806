"""A remote side that is not there."""

from typing import Optional
from sqlmodel import Field, Relationship, SQLModel


class Category(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    parent_id: Optional[int] = Field(default=None, foreign_key="category.id", ondelete="CASCADE")
    parent: Optional["Category"] = Relationship(back_populates="children", sa_relationship_kwargs={"remote_side": "Category.ident"})
    children: list["Category"] = Relationship(back_populates="parent", cascade_delete=True)
