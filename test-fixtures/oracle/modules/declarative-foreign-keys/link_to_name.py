"""The target string names the column, not its key."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Lid(Base):
    __tablename__ = "lid"
    id = Column("lid_number", Integer, key="number", primary_key=True)


class Pot(Base):
    __tablename__ = "pot"
    id = Column(Integer, primary_key=True)
    lid = Column(ForeignKey("lid.lid_number", link_to_name=True))
