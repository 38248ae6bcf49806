"""Cascades from a constant, put together, and conditional with equal branches."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


ORPHANS = "all, delete-orphan"
DELETE = "delete"
FLAG = bool(id(object()))


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    posts = relationship("Post", cascade=ORPHANS)
    notes = relationship("Note", cascade=f"save-update, {DELETE}")
    marks = relationship("Mark", cascade=ORPHANS if FLAG else "all, delete-orphan")


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))


class Note(Base):
    __tablename__ = "note"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))


class Mark(Base):
    __tablename__ = "mark"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))
