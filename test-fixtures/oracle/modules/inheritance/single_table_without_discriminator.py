"""A subclass without a table name and without polymorphic settings."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    id = Column(Integer, primary_key=True)


class Book(Item):
    pages = Column(Integer)
