"""Another metadata in the place of SQLModel's own."""

from typing import Optional

from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel

SQLModel.metadata = MetaData(naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s"})


class Parent(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)


class Child(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    parent_id: int = Field(foreign_key="parent.id")
