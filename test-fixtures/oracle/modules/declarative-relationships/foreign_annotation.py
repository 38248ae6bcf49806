"""No foreign key: `foreign()` marks the column."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    a = relationship("Post", primaryjoin="User.id == foreign(Post.user_id)")


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(Integer)
    b = relationship("User", primaryjoin="foreign(Post.user_id) == User.id", overlaps="a")
