"""The name of an index carries the schema."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    __table_args__ = {"schema": "app"}
    id: int = Field(primary_key=True)
    name: str = Field(index=True)
