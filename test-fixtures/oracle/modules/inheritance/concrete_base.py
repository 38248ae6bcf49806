"""A ConcreteBase has a discriminator that is in no table."""

from sqlalchemy import ForeignKey, Integer, String, Column
from sqlalchemy.ext.declarative import AbstractConcreteBase, ConcreteBase
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, declared_attr


class Base(DeclarativeBase):
    pass


class Company(Base):
    __tablename__ = "company"
    id: Mapped[int] = mapped_column(primary_key=True)


class Vehicle(ConcreteBase, Base):
    __tablename__ = "vehicle"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "vehicle", "concrete": True}


class Car(Vehicle):
    __tablename__ = "car"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"))
    company: Mapped[Company] = relationship(backref="cars")
    __mapper_args__ = {"polymorphic_identity": "car", "concrete": True}
