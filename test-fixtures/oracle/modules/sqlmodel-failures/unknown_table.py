"""A foreign key names the class instead of the table: it shows when tables are created."""

from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="Team.id")
