"""SQLAlchemy does not know how to add to a tuple."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("parent.id"))
    parent = relationship("Parent", collection_class=tuple)
    siblings = relationship("Child", collection_class=tuple, primaryjoin="Child.parent_id == foreign(Child.id)", viewonly=True)


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    children = relationship("Child", collection_class=tuple, uselist=False, viewonly=True)
