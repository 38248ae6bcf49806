"""The reverse attribute is named after the class."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, declared_attr, relationship


class Base(DeclarativeBase):
    pass


class Owned:
    @declared_attr
    def owner_id(cls):
        return Column(ForeignKey("user.id"), nullable=False)

    @declared_attr
    def owner(cls):
        return relationship("User", backref=cls.__name__.lower() + "s")


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


class Post(Owned, Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)


class Note(Owned, Base):
    __tablename__ = "note"
    id = Column(Integer, primary_key=True)
