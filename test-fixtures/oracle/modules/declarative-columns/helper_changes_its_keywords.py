"""A helper that fills in keywords; a column object of a module."""

from copy import copy

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

name_column = Column("name", String(40), nullable=False)


def pk():
    return Column(Integer, primary_key=True, autoincrement=True)


def fk(target, *, nullable=True, **kw):
    """A foreign key with an index."""
    kw.setdefault("index", True)
    return Column(Integer, ForeignKey(target, ondelete="CASCADE" if not nullable else "SET NULL"), nullable=nullable, **kw)


class A(Base):
    __tablename__ = "a"
    id = pk()
    name = name_column


class B(Base):
    __tablename__ = "b"
    id = pk()
    a_id = fk("a.id")
    other_id = fk("a.id", nullable=False)
    a = relationship(A, foreign_keys=[a_id])
    other = relationship(A, foreign_keys=[other_id], backref="bs")
