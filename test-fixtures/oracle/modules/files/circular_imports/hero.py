from base import Model
from sqlmodel import Field, Relationship


class Hero(Model, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: "Team" = Relationship(back_populates="heroes")


from team import Team  # noqa: E402
