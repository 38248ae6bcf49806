"""`ondelete` alone."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(ondelete="CASCADE")
