"""The subclass names its key differently."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id = Column(Integer, primary_key=True)


class Engineer(Person):
    __tablename__ = "engineer"
    person_id = Column(ForeignKey("person.id"), primary_key=True)
