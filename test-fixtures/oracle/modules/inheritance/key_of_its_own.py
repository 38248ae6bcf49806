from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "person"}


class Doctor(Person):
    __tablename__ = "doctor"
    number: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    ward_id: Mapped[Optional[int]] = mapped_column(ForeignKey("ward.id"))
    patients: Mapped[List["Patient"]] = relationship(back_populates="doctor")
    ward: Mapped[Optional["Ward"]] = relationship(back_populates="doctors")
    __mapper_args__ = {"polymorphic_identity": "doctor"}


class Ward(Base):
    __tablename__ = "ward"
    id: Mapped[int] = mapped_column(primary_key=True)
    doctors: Mapped[List["Doctor"]] = relationship(back_populates="ward", cascade="all, delete-orphan")


class Patient(Base):
    __tablename__ = "patient"
    id: Mapped[int] = mapped_column(primary_key=True)
    doctor_number: Mapped[Optional[int]] = mapped_column(ForeignKey("doctor.number"))
    doctor: Mapped[Optional["Doctor"]] = relationship(back_populates="patients", lazy="joined")
