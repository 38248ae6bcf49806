"""A class, a string, a lambda, a dotted path."""

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
    user_id = Column(Integer, ForeignKey("user.id"))
    a = relationship(User, viewonly=True)
    b = relationship("User", viewonly=True)
    c = relationship(lambda: User, viewonly=True)
    d = relationship("target_forms.User", viewonly=True)
    e = relationship(argument="User", viewonly=True)
