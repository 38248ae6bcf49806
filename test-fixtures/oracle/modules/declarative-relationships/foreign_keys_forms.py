"""Which of two keys: a column, a list, strings, a lambda."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    written = relationship("Post", foreign_keys="Post.author_id", viewonly=True)
    edited = relationship("Post", foreign_keys="[Post.editor_id]", viewonly=True)
    read = relationship("Post", foreign_keys=lambda: Post.author_id, viewonly=True)
    seen = relationship("Post", foreign_keys=lambda: [Post.editor_id], viewonly=True)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    author_id = Column(ForeignKey("user.id"))
    editor_id = Column(ForeignKey("user.id"))
    author = relationship("User", foreign_keys=[author_id])
    editor = relationship("User", foreign_keys=editor_id)
