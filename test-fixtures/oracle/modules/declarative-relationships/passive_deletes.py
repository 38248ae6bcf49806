"""All its values."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    a = relationship("Post", passive_deletes=True, overlaps="b,c,d")
    b = relationship("Post", passive_deletes="all", overlaps="a,c,d")
    c = relationship("Post", passive_deletes=False, overlaps="a,b,d")
    d = relationship("Post", passive_deletes="True", overlaps="a,b,c")


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))
