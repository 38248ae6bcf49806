"""A function that returns a relationship."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


def owned(target: str, back: str):
    return relationship(target, back_populates=back, cascade="all, delete-orphan", passive_deletes=True)


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    posts = owned("Post", "user")


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id", ondelete="CASCADE"))
    user = relationship("User", back_populates="posts")
