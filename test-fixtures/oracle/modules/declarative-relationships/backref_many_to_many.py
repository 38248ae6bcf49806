"""A backref through an association table."""

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, backref, relationship


class Base(DeclarativeBase):
    pass


link = Table(
    "link",
    Base.metadata,
    Column("user_id", ForeignKey("user.id"), primary_key=True),
    Column("group_id", ForeignKey("group.id"), primary_key=True),
)


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    groups = relationship("Group", secondary=link, backref=backref("users", passive_deletes=True))


class Group(Base):
    __tablename__ = "group"
    id = Column(Integer, primary_key=True)
