"""Columns of subclasses that have the name of one above: one attribute for both, with a warning unless they are surely equal."""

from typing import Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Asset(Base):
    __tablename__ = "asset"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    label: Mapped[Optional[str]]
    __mapper_args__ = {"version_id_col": version}


class Machine(Asset):
    __tablename__ = "machine"
    id: Mapped[int] = mapped_column(ForeignKey("asset.id"), primary_key=True)
    version: Mapped[Optional[int]]


class Press(Machine):
    __tablename__ = "press"
    id: Mapped[int] = mapped_column(ForeignKey("machine.id"), primary_key=True)
    label: Mapped[Optional[str]]


class Building(Asset):
    __tablename__ = "building"
    id: Mapped[int] = mapped_column(primary_key=True)
    asset_id: Mapped[int] = mapped_column(ForeignKey("asset.id"))
    label: Mapped[Optional[str]] = mapped_column("inscription")
