"""An explicit name."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    __tablename__ = "heroes"
    id: int = Field(primary_key=True)
