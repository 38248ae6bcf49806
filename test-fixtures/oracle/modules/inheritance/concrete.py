"""Tables that share nothing."""

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id = Column(Integer, primary_key=True)
    name = Column(String)


class Manager(Person):
    __tablename__ = "manager"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    __mapper_args__ = {"concrete": True}
