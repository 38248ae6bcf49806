"""A subclass does not map what its base leaves out, and may leave out more."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class A(Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
    kind = Column(String(10))
    x = Column(Integer)
    __mapper_args__ = {"polymorphic_on": kind, "exclude_properties": ["x"]}


class B(A):
    y = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "b"}


class D(A):
    __tablename__ = "d"
    id = Column(ForeignKey("a.id"), primary_key=True)
    z = Column(Integer)
    w = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "d", "include_properties": ["id", "kind", "z"]}
