"""A mixin can share columns, no property of a mapper that holds one."""

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import deferred, declarative_base

Base = declarative_base()


class Described:
    description = deferred(Column(String))


class Book(Described, Base):
    __tablename__ = "book"
    id = Column(Integer, primary_key=True)
