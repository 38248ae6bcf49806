from base import Model
from sqlmodel import Field, Relationship


class Team(Model, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team")


from hero import Hero  # noqa: E402
