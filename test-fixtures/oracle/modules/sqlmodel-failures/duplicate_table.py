"""Two classes, one table name."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Villain(SQLModel, table=True):
    __tablename__ = "hero"
    id: int = Field(primary_key=True)
