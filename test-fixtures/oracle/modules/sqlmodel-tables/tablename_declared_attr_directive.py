"""The typed spelling of the same rule."""

from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel


class Named(SQLModel):
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return f"app_{cls.__name__.lower()}"


class Hero(Named, table=True):
    id: int = Field(primary_key=True)
