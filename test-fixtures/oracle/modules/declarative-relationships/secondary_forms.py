"""The association table by name, by lambda, by class attribute, as a string."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    a = relationship("Group", secondary="link", viewonly=True)
    b = relationship("Group", secondary=lambda: Link.__table__, viewonly=True)


class Group(Base):
    __tablename__ = "group"
    id = Column(Integer, primary_key=True)


class Link(Base):
    __tablename__ = "link"
    user_id = Column(ForeignKey("user.id"), primary_key=True)
    group_id = Column(ForeignKey("group.id"), primary_key=True)


User.d = relationship(Group, secondary=Link.__table__, viewonly=True)
User.e = relationship(Group, Link.__table__, viewonly=True)
