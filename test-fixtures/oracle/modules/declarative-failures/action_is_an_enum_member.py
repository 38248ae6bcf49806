"""SQLAlchemy checks the value of a member that mixes in `str`, and writes its name into the DDL."""

from enum import Enum

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class OnDelete(str, Enum):
    CASCADE = "CASCADE"


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)


class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("parent.id", ondelete=OnDelete.CASCADE))
