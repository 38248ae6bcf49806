"""The check runs when a table inherits the field."""

from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class HeroBase(SQLModel):
    team_id: int = Field(foreign_key="team.id", ondelete="SET NULL")


class Hero(HeroBase, table=True):
    id: int = Field(primary_key=True)
