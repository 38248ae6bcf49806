"""More than the key: only some rows."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    posts = relationship("Post", primaryjoin="and_(User.id == Post.user_id, Post.state == 'open')")


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    state = Column(String)
    user_id = Column(ForeignKey("user.id"))
