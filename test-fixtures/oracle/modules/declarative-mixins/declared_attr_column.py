"""A column made by a method, old style."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, declared_attr


class Base(DeclarativeBase):
    pass


class Owned:
    @declared_attr
    def owner_id(cls):
        return Column(Integer, ForeignKey("user.id", ondelete="SET NULL"), index=True)


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


class Post(Owned, Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
