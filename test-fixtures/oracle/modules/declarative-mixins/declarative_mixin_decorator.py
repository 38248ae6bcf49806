"""The decorator for type checkers changes nothing."""

from sqlalchemy import Column, DateTime, Integer
from sqlalchemy.orm import DeclarativeBase, declarative_mixin


class Base(DeclarativeBase):
    pass


@declarative_mixin
class Timed:
    created = Column(DateTime)


class User(Timed, Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
