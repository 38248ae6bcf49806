"""A scalar on the side without the foreign key."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    cape: Optional["Cape"] = Relationship(back_populates="hero")


class Cape(SQLModel, table=True):
    id: int = Field(primary_key=True)
    hero_id: int = Field(foreign_key="hero.id", unique=True)
    hero: Hero = Relationship(back_populates="cape")
