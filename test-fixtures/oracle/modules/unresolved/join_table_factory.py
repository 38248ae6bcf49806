"""A function that makes an association table."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


class Group(Base):
    __tablename__ = "group"
    id = Column(Integer, primary_key=True)


def join_model(name, left, right):
    columns = {
        "__tablename__": name,
        "id": Column(Integer, primary_key=True),
        "left_id": Column(ForeignKey(left.id, ondelete="CASCADE")),
        "right_id": Column(ForeignKey(right.id, ondelete="CASCADE")),
    }
    return type(name, (Base,), columns)


GroupUser = join_model("group_users", Group, User)
