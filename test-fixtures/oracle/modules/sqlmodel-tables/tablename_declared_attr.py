"""A base class names every table by a rule."""

from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel


class Named(SQLModel):
    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower() + "s"


class Hero(Named, table=True):
    id: int = Field(primary_key=True)
