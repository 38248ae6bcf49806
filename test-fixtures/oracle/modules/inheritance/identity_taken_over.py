"""An identity that two classes give belongs to the later one: objects of the other cannot be loaded."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Owner(Base):
    __tablename__ = "owner"
    id = Column(Integer, primary_key=True)
    cats = relationship("Cat", cascade="all", overlaps="dogs")
    dogs = relationship("Dog", cascade="all", overlaps="cats")


class Animal(Base):
    __tablename__ = "animal"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20), nullable=False)
    owner_id = Column(ForeignKey("owner.id"))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "animal"}


class Cat(Animal):
    __mapper_args__ = {"polymorphic_identity": "pet"}


class Dog(Animal):
    __mapper_args__ = {"polymorphic_identity": "pet"}


class Plant(Base):
    __tablename__ = "plant"
    id = Column(Integer, primary_key=True)
    number = Column(Integer)
    __mapper_args__ = {"polymorphic_on": number, "polymorphic_identity": 1}


class Tree(Plant):
    __tablename__ = "tree"
    id = Column(ForeignKey("plant.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": 2}


class Herb(Plant):
    __tablename__ = "herb"
    id = Column(ForeignKey("plant.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": 2}
