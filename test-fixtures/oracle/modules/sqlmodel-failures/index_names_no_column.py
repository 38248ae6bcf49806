"""An index over a column that is not there."""

from sqlmodel import Field, SQLModel, Index


class A(SQLModel, table=True):
    __table_args__ = (Index("ix", "nope"),)
    id: int = Field(primary_key=True)
