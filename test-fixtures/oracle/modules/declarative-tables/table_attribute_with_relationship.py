"""A class over a table named before, with relationships and renamed columns."""

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


users = Table("users", Base.metadata, Column("id", Integer, primary_key=True))
posts = Table(
    "posts",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("author", Integer, ForeignKey("users.id"), nullable=False),
)


class User(Base):
    __table__ = users
    posts = relationship("Post", back_populates="writer", cascade="all, delete-orphan")


class Post(Base):
    __table__ = posts
    author_id = posts.c.author
    writer = relationship(User, back_populates="posts")
