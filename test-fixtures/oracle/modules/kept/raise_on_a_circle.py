"""A delete cascade in a circle, with a relationship on it that refuses to load."""

from typing import List, Optional

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Ginkgo(Base):
    __tablename__ = "ginkgo"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    amber_id: Mapped[Optional[int]] = mapped_column(ForeignKey("amber.id"))
    elms_ginkgo: Mapped[List["Elm"]] = relationship(cascade="all, delete-orphan")


class Hazel(Base):
    __tablename__ = "hazel"
    tenant: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[int] = mapped_column(Integer, primary_key=True)


class Elm(Base):
    __tablename__ = "elm"
    __table_args__ = (ForeignKeyConstraint(["hazel_tenant", "hazel_id"], ["hazel.tenant", "hazel.id"]),)
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    ginkgo_id: Mapped[Optional[int]] = mapped_column(ForeignKey("ginkgo.id"))
    hazel_tenant: Mapped[int] = mapped_column(Integer)
    hazel_id: Mapped[int | None] = mapped_column(Integer)
    hazel: Mapped[Optional["Hazel"]] = relationship(lazy="raise")
    ambers_elm2: Mapped[List["Amber"]] = relationship(lazy="noload")


class Amber(Base):
    __tablename__ = "amber"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    elm2_id: Mapped[Optional[int]] = mapped_column(ForeignKey("elm.id"))
    ginkgos_amber: Mapped[List["Ginkgo"]] = relationship(cascade="all, delete-orphan")
