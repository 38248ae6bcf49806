"""`sa_relationship` excludes `sa_relationship_kwargs`."""

from sqlalchemy.orm import relationship
from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship=relationship("Hero"), sa_relationship_kwargs={"lazy": "joined"})
