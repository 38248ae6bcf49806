"""Every cascade in use, and how they are written."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    a = relationship("Post", cascade="all, delete-orphan", overlaps="b,c,d,e,f,g,h,i,j")
    b = relationship("Post", cascade="all,delete", overlaps="a,c,d,e,f,g,h,i,j")
    c = relationship("Post", cascade="all, delete, delete-orphan", overlaps="a,b,d,e,f,g,h,i,j")
    d = relationship("Post", cascade="all", overlaps="a,b,c,e,f,g,h,i,j")
    e = relationship("Post", cascade="save-update, merge, refresh-expire, expunge", overlaps="a,b,c,d,f,g,h,i,j")
    f = relationship("Post", cascade="delete", overlaps="a,b,c,d,e,g,h,i,j")
    g = relationship("Post", cascade="", overlaps="a,b,c,d,e,f,h,i,j")
    h = relationship("Post", cascade="all, none", overlaps="a,b,c,d,e,f,g,i,j")
    i = relationship("Post", cascade=None, overlaps="a,b,c,d,e,f,g,h,j")
    j = relationship("Post", cascade=("save-update", "delete"), overlaps="a,b,c,d,e,f,g,h,i")


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))
