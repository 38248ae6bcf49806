"""A Python-side default is no default of the database."""

from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(default=1, foreign_key="team.id", ondelete="SET DEFAULT")
