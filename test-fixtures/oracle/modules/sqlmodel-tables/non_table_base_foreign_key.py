"""A foreign key of a base belongs to each table that inherits it."""

from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class MemberBase(SQLModel):
    name: str = Field(index=True)
    team_id: int = Field(foreign_key="team.id", ondelete="CASCADE", index=True)


class Hero(MemberBase, table=True):
    id: int = Field(primary_key=True)


class Villain(MemberBase, table=True):
    id: int = Field(primary_key=True)
    lair: str
