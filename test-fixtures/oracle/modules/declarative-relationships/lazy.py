"""Every loading strategy, and the old spellings."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    a = relationship("Post", lazy="select", viewonly=True)
    b = relationship("Post", lazy="joined", viewonly=True)
    c = relationship("Post", lazy="selectin", viewonly=True)
    d = relationship("Post", lazy="subquery", viewonly=True)
    e = relationship("Post", lazy="immediate", viewonly=True)
    f = relationship("Post", lazy="raise", viewonly=True)
    g = relationship("Post", lazy="raise_on_sql", viewonly=True)
    i = relationship("Post", lazy="dynamic", viewonly=True)
    j = relationship("Post", lazy="write_only", viewonly=True)
    k = relationship("Post", lazy=True, viewonly=True)
    l = relationship("Post", lazy=False, viewonly=True)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))
