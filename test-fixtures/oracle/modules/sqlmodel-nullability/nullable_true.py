"""`nullable=True` wins over the annotation."""

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: int = Field(nullable=True)
