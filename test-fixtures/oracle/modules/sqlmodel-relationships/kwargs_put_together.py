"""Options merged, spread, returned by a helper."""

from typing import Optional, Any
from sqlalchemy.orm import RelationshipProperty, backref, relationship
from sqlmodel import Field, Relationship, SQLModel

CASCADE = {"cascade": "all, delete-orphan"}
LAZY = {"lazy": "selectin"}


def rel_kwargs(**extra: Any) -> dict[str, Any]:
    return {"lazy": "raise", **extra}


class User(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    profile: Optional["Profile"] = Relationship(back_populates="user", sa_relationship_kwargs={**CASCADE, **LAZY, "uselist": False})
    notes: list["Note"] = Relationship(back_populates="user", sa_relationship_kwargs=CASCADE | LAZY)
    things: list["Thing"] = Relationship(sa_relationship_kwargs=rel_kwargs(passive_deletes=True, backref=backref("owner", lazy="joined")))
    todos: list["Todo"] = Relationship(sa_relationship=relationship("Todo", back_populates="user", cascade="all"))


class Profile(SQLModel, table=True):
    user_id: int = Field(primary_key=True, foreign_key="user.id")
    user: User = Relationship(back_populates="profile")


class Note(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    user_id: int = Field(foreign_key="user.id")
    user: "User" = Relationship(back_populates="notes")


class Thing(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    owner_id: int = Field(foreign_key="user.id", ondelete="CASCADE")


class Todo(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    user_id: int | None = Field(default=None, foreign_key=f"{User.__tablename__}.id")
    user: Optional[User] = Relationship(sa_relationship=RelationshipProperty("User", back_populates="todos"))
