"""The join as a string, an expression, a lambda."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    a = relationship("Post", primaryjoin="User.id == Post.author_id", viewonly=True)
    b = relationship("Post", primaryjoin=lambda: User.id == Post.editor_id, viewonly=True)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    author_id = Column(ForeignKey("user.id"))
    editor_id = Column(ForeignKey("user.id"))
    author = relationship(User, primaryjoin=author_id == User.id)
    editor = relationship(User, primaryjoin=(User.id == editor_id))
