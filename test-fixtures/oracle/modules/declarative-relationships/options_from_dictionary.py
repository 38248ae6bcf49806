"""Shared options of the module and of the class body."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


OWNED = {"cascade": "all, delete-orphan", "passive_deletes": True}


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    common = {"back_populates": "user", "cascade": "all, delete"}
    posts = relationship("Post", **common)
    notes = relationship("Note", **OWNED)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))
    user = relationship("User", back_populates="posts")


class Note(Base):
    __tablename__ = "note"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))
