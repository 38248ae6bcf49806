"""A string and None cannot be joined."""

from sqlmodel import Field, Relationship, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team: "Team" | None = Relationship()
