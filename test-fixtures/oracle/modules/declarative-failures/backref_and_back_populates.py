"""Both at once."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user = relationship("User", backref="posts", back_populates="posts")
