"""SQLAlchemy's names imported from sqlmodel."""

from sqlmodel import Column, Field, ForeignKey, Integer, SQLModel, String, UniqueConstraint


class Team(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("name"),)
    id: int = Field(primary_key=True)
    name: str = Field(sa_column=Column(String(20), nullable=False))


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(sa_column=Column(Integer, ForeignKey("team.id"), nullable=False))
