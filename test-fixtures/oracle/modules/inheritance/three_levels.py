"""Joined above, single below."""

from typing import Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Asset(Base):
    __tablename__ = "asset"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "asset"}


class Vehicle(Asset):
    __tablename__ = "vehicle"
    id: Mapped[int] = mapped_column(ForeignKey("asset.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "vehicle"}


class Truck(Vehicle):
    load: Mapped[Optional[int]]
    __mapper_args__ = {"polymorphic_identity": "truck"}
