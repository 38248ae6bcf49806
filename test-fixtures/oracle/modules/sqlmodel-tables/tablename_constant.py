"""The name is a constant of the module, or built from one."""

from sqlmodel import Field, SQLModel

PREFIX = "app"
HEROES = "heroes"


class Hero(SQLModel, table=True):
    __tablename__ = HEROES
    id: int = Field(primary_key=True)


class Team(SQLModel, table=True):
    __tablename__ = f"{PREFIX}_team"
    id: int = Field(primary_key=True)
    hero_id: int = Field(foreign_key=f"{HEROES}.id")
