"""A required reference to another column of the same table: the first row there is can only refer to itself."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Stone(Base):
    """Its key is its reference."""

    __tablename__ = "stone"
    __table_args__ = (ForeignKeyConstraint(["id"], ["stone.place"]),)
    id = Column(Integer, primary_key=True)
    place = Column(Integer, unique=True)


class Unit(Base):
    __tablename__ = "unit"
    id = Column(Integer, primary_key=True)
    code = Column(String, unique=True, nullable=False)
    measured_in = Column(String, ForeignKey("unit.code"), nullable=False)
