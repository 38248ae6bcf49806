"""Relationships assigned after the classes."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(Integer, ForeignKey("user.id"))


User.posts = relationship("Post", back_populates="user", cascade="all, delete-orphan", order_by=Post.id)
Post.user = relationship(User, back_populates="posts")
