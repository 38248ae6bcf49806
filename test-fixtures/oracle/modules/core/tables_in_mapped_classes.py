"""A Table may be an attribute of a class, and be used by way of it."""

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Tables:
    membership = Table(
        "membership",
        Base.metadata,
        Column("user_id", ForeignKey("user.id"), primary_key=True),
        Column("group_id", ForeignKey("group.id"), primary_key=True),
    )


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    friends_table = Table(
        "friends",
        Base.metadata,
        Column("a_id", ForeignKey("user.id"), primary_key=True),
        Column("b_id", ForeignKey("user.id"), primary_key=True),
    )
    groups = relationship("Group", secondary=Tables.membership, back_populates="users")
    friends = relationship(
        "User",
        secondary=friends_table,
        primaryjoin=id == friends_table.c.a_id,
        secondaryjoin=id == friends_table.c.b_id,
    )


class Group(Base):
    __tablename__ = "group"
    id = Column(Integer, primary_key=True)
    users = relationship("User", secondary=Tables.membership, back_populates="groups")


class Membership(Base):
    __table__ = Tables.membership


class Friend(Base):
    __table__ = User.friends_table
