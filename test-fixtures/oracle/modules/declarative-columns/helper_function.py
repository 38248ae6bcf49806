"""A function that returns a column, parameters included."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


def reference(target, ondelete="CASCADE", nullable=False):
    return Column(Integer, ForeignKey(target, ondelete=ondelete), nullable=nullable)


def key():
    """The usual key."""
    return mapped_column(Integer, primary_key=True)


class Lid(Base):
    __tablename__ = "lid"
    id = key()


class Pot(Base):
    __tablename__ = "pot"
    id = key()
    lid_id = reference("lid.id")
    spare_id = reference("lid.id", nullable=True, ondelete="SET NULL")
