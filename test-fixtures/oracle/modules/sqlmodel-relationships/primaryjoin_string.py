"""The join spelt out."""

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    home: list["Match"] = Relationship(
        back_populates="home", sa_relationship_kwargs={"primaryjoin": "Match.home_id==Team.id"}
    )


class Match(SQLModel, table=True):
    id: int = Field(primary_key=True)
    home_id: int = Field(foreign_key="team.id")
    away_id: int = Field(foreign_key="team.id")
    home: Team = Relationship(
        back_populates="home", sa_relationship_kwargs={"primaryjoin": "Match.home_id==Team.id", "lazy": "joined"}
    )
