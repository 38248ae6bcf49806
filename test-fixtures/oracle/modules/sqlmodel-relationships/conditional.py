"""A relationship may be chosen by a condition, or be made by a helper that takes its keywords apart."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel

EAGER = True


def linked(back: str, **options):
    settings = {"lazy": options.pop("lazy", "selectin")}
    return Relationship(back_populates=back, sa_relationship_kwargs=settings, **options)


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    heroes: list["Hero"] = (
        Relationship(back_populates="team", cascade_delete=True) if EAGER else Relationship(back_populates="team")
    )
    badges: list["Badge"] = linked("team", cascade_delete=True, lazy="joined")


class Hero(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship(back_populates="heroes")


class Badge(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id", ondelete="CASCADE")
    team: Optional[Team] = linked("badges")
