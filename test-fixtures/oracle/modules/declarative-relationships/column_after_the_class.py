"""A column assigned after the class."""

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


Post.user_id = Column(Integer, ForeignKey("user.id", ondelete="CASCADE"))
Post.user = relationship(User)
