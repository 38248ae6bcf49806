"""Two subclasses name the table of their base again, and a column of the same name each."""

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Animal(Base):
    __tablename__ = "animal"

    id = Column(Integer, primary_key=True)


class AnimalListItem(Animal):
    __tablename__ = "animal"
    __table_args__ = {"extend_existing": True}

    name = Column(String(30))
    weight = Column(Integer)


class AnimalDetail(Animal):
    __tablename__ = "animal"
    __table_args__ = {"extend_existing": True}

    name = Column(String(30))
    color = Column(String(10))
