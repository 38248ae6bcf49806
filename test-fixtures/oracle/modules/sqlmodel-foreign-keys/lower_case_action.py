"""Lower case passes every check."""

from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: int = Field(foreign_key="team.id", ondelete="cascade")
    b: int = Field(foreign_key="team.id", ondelete="set null")
