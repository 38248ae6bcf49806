"""A class by name where a table is wanted."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship


Base = declarative_base()


class Link(Base):
    __tablename__ = "a_b"
    a_id = Column(ForeignKey("a.id"), primary_key=True)
    b_id = Column(ForeignKey("b.id"), primary_key=True)


class A(Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
    bs = relationship("B", secondary="Link")


class B(Base):
    __tablename__ = "b"
    id = Column(Integer, primary_key=True)
