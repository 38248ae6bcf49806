"""A subclass that also references its base otherwise needs a condition."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id = Column(Integer, primary_key=True)


class Author(Person):
    __tablename__ = "author"
    id = Column(ForeignKey("person.id"), primary_key=True)
    mentor_id = Column(ForeignKey("person.id"))
    mentor = relationship(Person, foreign_keys=[mentor_id], remote_side=Person.id)
    __mapper_args__ = {"inherit_condition": id == Person.id}
