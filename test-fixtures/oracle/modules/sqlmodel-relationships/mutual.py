"""Two tables that reference each other."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    captain_id: Optional[int] = Field(default=None, foreign_key="hero.id", ondelete="SET NULL")
    captain: Optional["Hero"] = Relationship(
        sa_relationship_kwargs={"foreign_keys": "Team.captain_id", "post_update": True}
    )
    heroes: list["Hero"] = Relationship(back_populates="team", sa_relationship_kwargs={"foreign_keys": "Hero.team_id"})


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship(
        back_populates="heroes", sa_relationship_kwargs={"foreign_keys": "Hero.team_id"}
    )
