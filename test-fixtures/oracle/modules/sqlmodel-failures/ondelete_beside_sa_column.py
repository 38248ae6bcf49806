"""`ondelete` beside `sa_column`."""

from sqlalchemy import Column, ForeignKey
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(sa_column=Column(ForeignKey("team.id")), ondelete="CASCADE", foreign_key="team.id")
