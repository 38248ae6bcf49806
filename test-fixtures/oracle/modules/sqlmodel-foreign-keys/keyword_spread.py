"""Options shared by several fields."""

from sqlmodel import Field, SQLModel

OPTIONS = {"foreign_key": "team.id", "ondelete": "CASCADE"}


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(**OPTIONS)
    spare_id: int = Field(index=True, **dict(foreign_key="team.id"))
