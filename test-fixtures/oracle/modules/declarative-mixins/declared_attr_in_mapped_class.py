"""Methods that declare attributes of a class which is mapped itself, and of its subclass."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship, declared_attr


Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)


class Post(Base):
    __tablename__ = "posts"
    id = Column(Integer, primary_key=True)
    @declared_attr
    def owner_id(cls):
        return Column(ForeignKey("users.id", ondelete="CASCADE"))
    @declared_attr
    def owner(cls):
        return relationship(User, backref=cls.__tablename__)


class Special(Post):
    note = Column(Integer)
