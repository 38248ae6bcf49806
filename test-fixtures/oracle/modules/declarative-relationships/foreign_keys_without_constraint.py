"""No foreign key: `foreign_keys` marks the column."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(Integer)
    user = relationship("User", primaryjoin=user_id == User.id, foreign_keys=[user_id], backref="posts")
