"""`type_` belongs into `sa_type`."""

from sqlalchemy import Text
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    notes: str = Field(sa_column_kwargs={"type_": Text})
