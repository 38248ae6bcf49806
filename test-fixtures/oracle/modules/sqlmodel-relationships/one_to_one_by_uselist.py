"""A list annotation with `uselist` false."""

from sqlmodel import Field, Relationship, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    cape: list["Cape"] = Relationship(sa_relationship_kwargs={"uselist": False})


class Cape(SQLModel, table=True):
    id: int = Field(primary_key=True)
    hero_id: int = Field(foreign_key="hero.id")
