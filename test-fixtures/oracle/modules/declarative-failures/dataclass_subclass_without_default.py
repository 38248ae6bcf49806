"""The fields of a base come first: those of a subclass need defaults where a field of the base has one."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column


class Base(DeclarativeBase):
    pass


class Vehicle(MappedAsDataclass, Base):
    __tablename__ = "vehicle"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    kind: Mapped[str] = mapped_column(default="vehicle")

    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "vehicle"}


class Truck(Vehicle):
    __tablename__ = "truck"

    id: Mapped[int] = mapped_column(ForeignKey("vehicle.id"), init=False, primary_key=True)
    tons: Mapped[int]

    __mapper_args__ = {"polymorphic_identity": "truck"}
