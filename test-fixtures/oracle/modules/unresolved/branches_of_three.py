"""Branches of a class body that agree on the foreign key, but not on what it does."""

import os

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    posts = relationship("Post", passive_deletes=True, cascade="all")


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    if os.environ.get("POSTGRES"):
        user_id = Column(ForeignKey("user.id", ondelete="CASCADE"), nullable=False)
    elif os.environ.get("MYSQL"):
        user_id = Column(ForeignKey("user.id", ondelete="RESTRICT"), nullable=False)
    else:
        user_id = Column(ForeignKey("user.id"), nullable=False)
