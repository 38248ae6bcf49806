"""`Column`, the old way."""

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id = Column(Integer, primary_key=True)
    a = Column(Integer)
    b = Column(Integer, nullable=False)
    c = Column("see", String)
