"""What all branches of a class body agree on is known, however many there are."""

import os

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
POSTGRES = os.environ.get("POSTGRES") == "1"


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    posts = relationship("Post", cascade="all, delete-orphan")


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    if POSTGRES:
        user_id = Column(ForeignKey("user.id", ondelete="CASCADE"), nullable=False)
        title = Column(String(40), default="none")
    elif os.environ.get("MYSQL"):
        user_id = Column(ForeignKey("user.id", ondelete="CASCADE"), nullable=False)
        title = Column(String(40))
    else:
        user_id = Column(ForeignKey("user.id", ondelete="CASCADE"), nullable=False)
        title = Column(String(40), default="")
