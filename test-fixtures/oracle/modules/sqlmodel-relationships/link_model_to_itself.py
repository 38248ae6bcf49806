"""Followers: a link model between a class and itself."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Follow(SQLModel, table=True):
    follower_id: int | None = Field(default=None, foreign_key="person.id", primary_key=True)
    followed_id: int | None = Field(default=None, foreign_key="person.id", primary_key=True, ondelete="CASCADE")


class Person(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    following: list["Person"] = Relationship(
        back_populates="followers",
        link_model=Follow,
        sa_relationship_kwargs={
            "primaryjoin": "Person.id==Follow.follower_id",
            "secondaryjoin": "Person.id==Follow.followed_id",
        },
    )
    followers: list["Person"] = Relationship(
        back_populates="following",
        link_model=Follow,
        sa_relationship_kwargs=dict(
            primaryjoin="Person.id==Follow.followed_id",
            secondaryjoin="Person.id==Follow.follower_id",
        ),
    )
    best_id: Optional[int] = Field(default=None, foreign_key="person.id")
    best: Optional["Person"] = Relationship(sa_relationship_kwargs={"remote_side": "[Person.id]", "post_update": True, "uselist": False})
