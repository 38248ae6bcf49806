"""A field that has the name of the MetaData."""

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class Document(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    metadata: dict = Field(default_factory=dict, sa_type=JSON)
