"""Without a table nobody checks."""

from sqlmodel import Field, SQLModel


class HeroBase(SQLModel):
    team_id: int = Field(foreign_key="team.id", ondelete="SET NULL")
