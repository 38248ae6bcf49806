"""`declared_attr` relationships do not work in a SQLModel mixin."""

from sqlalchemy.orm import declared_attr, relationship
from sqlmodel import Field, SQLModel


class Owned(SQLModel):
    owner_id: int = Field(foreign_key="team.id")

    @declared_attr
    def owner(cls):
        return relationship("Team")
