"""A member of an enumeration that mixes in str names a table by its value."""

from enum import Enum

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Tables(str, Enum):
    USERS = "users"
    POSTS = "posts"


class User(Base):
    __tablename__ = Tables.USERS
    id = Column(Integer, primary_key=True)
    posts = relationship("Post", cascade="all, delete-orphan")


class Post(Base):
    __tablename__ = Tables.POSTS
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey(f"{Tables.USERS.value}.id"), nullable=False)
