"""A joined class below one that says itself what to leave out has all that its base maps, a column of a sibling too."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Vehicle(Base):
    __tablename__ = "vehicle"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]

    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "vehicle"}


class Boat(Vehicle):
    draught: Mapped[int | None]
    beam: Mapped[int | None]

    __mapper_args__ = {"polymorphic_identity": "boat"}


class Car(Vehicle):
    seats: Mapped[int | None]
    doors: Mapped[int | None]

    __mapper_args__ = {"polymorphic_identity": "car", "exclude_properties": ["doors", "beam"]}


class Van(Car):
    __tablename__ = "van"

    id: Mapped[int] = mapped_column(ForeignKey("vehicle.id"), primary_key=True)
    load: Mapped[int]

    __mapper_args__ = {"polymorphic_identity": "van"}
