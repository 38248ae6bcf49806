"""
A subclass that says itself what it leaves out maps everything else that it comes upon in its tables: what its base leaves out and
what classes beside it have put there. One that says nothing leaves out what its base does, also what that maps as a property.
"""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, deferred, relationship

Base = declarative_base()


class Vehicle(Base):
    __tablename__ = "vehicle"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20), nullable=False)
    hidden = Column(Integer)
    late = deferred(Column(Integer))
    renamed = Column("label", String(10))
    owner_id = Column(ForeignKey("owner.id"))
    owner = relationship("Owner", back_populates="vehicles")
    trips = relationship("Trip", back_populates="vehicle", cascade="all, delete-orphan")
    __mapper_args__ = {
        "polymorphic_on": kind,
        "polymorphic_identity": "vehicle",
        "exclude_properties": ["hidden", "late"],
    }


class Owner(Base):
    __tablename__ = "owner"
    id = Column(Integer, primary_key=True)
    vehicles = relationship("Vehicle", back_populates="owner")


class Trip(Base):
    __tablename__ = "trip"
    id = Column(Integer, primary_key=True)
    vehicle_id = Column(ForeignKey("vehicle.id"), nullable=False)
    vehicle = relationship("Vehicle", back_populates="trips")


class Boat(Vehicle):
    sails = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "boat"}


class Car(Vehicle):
    __tablename__ = "car"
    id = Column(ForeignKey("vehicle.id"), primary_key=True)
    wheels = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "car", "exclude_properties": ["wheels"]}


class Van(Car):
    load = Column("load_in_kilograms", Integer)
    __mapper_args__ = {"polymorphic_identity": "van"}


class Bus(Car):
    seats = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "bus", "exclude_properties": ["renamed", "owner"]}


class Coach(Bus):
    __mapper_args__ = {"polymorphic_identity": "coach"}


class Sledge(Vehicle):
    dogs = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "sledge", "exclude_properties": []}


class Raft(Vehicle):
    __mapper_args__ = {"polymorphic_identity": "raft", "exclude_properties": ["trips", "sails"]}
