"""The third level of a hierarchy refers to the table of the first; the mapper joins it to the second."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Vehicle(Base):
    __tablename__ = "vehicle"
    id: Mapped[int] = mapped_column(primary_key=True)


class Car(Vehicle):
    __tablename__ = "car"
    id: Mapped[int] = mapped_column(ForeignKey("vehicle.id"), primary_key=True)


class Taxi(Car):
    __tablename__ = "taxi"
    id: Mapped[int] = mapped_column(ForeignKey("vehicle.id"), primary_key=True)
