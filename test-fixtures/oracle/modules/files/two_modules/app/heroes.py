"""Heroes."""

from sqlmodel import Field, Relationship, SQLModel

from app.teams import Team


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id", ondelete="CASCADE")
    team: Team = Relationship(back_populates="heroes")
