"""
What is behind a relationship to a `ConcreteBase` are the rows of every table in the hierarchy: the ORM nulls or deletes them all.
A column that one of the tables lacks is NULL there, and a look-up by the key goes through all of them.
"""

from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.ext.declarative import ConcreteBase
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Yard(Base):
    __tablename__ = "yard"
    id: Mapped[int] = mapped_column(primary_key=True)
    ships: Mapped[List["Ship"]] = relationship(back_populates="yard", foreign_keys="Ship.yard_id")


class Dock(Base):
    __tablename__ = "dock"
    id: Mapped[int] = mapped_column(primary_key=True)
    ships: Mapped[List["Ship"]] = relationship(foreign_keys="Ship.dock_id", cascade="all, delete-orphan")


class Ship(ConcreteBase, Base):
    __tablename__ = "ship"
    id: Mapped[int] = mapped_column(primary_key=True)
    yard_id: Mapped[Optional[int]] = mapped_column(ForeignKey("yard.id"))
    dock_id: Mapped[Optional[int]] = mapped_column(ForeignKey("dock.id"))
    yard: Mapped[Optional[Yard]] = relationship(back_populates="ships", foreign_keys=[yard_id])
    __mapper_args__ = {"polymorphic_identity": "ship", "concrete": True}


class Tanker(Ship):
    __tablename__ = "tanker"
    id: Mapped[int] = mapped_column(primary_key=True)
    yard_id: Mapped[Optional[int]] = mapped_column(ForeignKey("yard.id"))
    dock_id: Mapped[Optional[int]] = mapped_column(ForeignKey("dock.id", ondelete="SET NULL"))
    yard: Mapped[Optional[Yard]] = relationship(back_populates="ships", foreign_keys=[yard_id])
    __mapper_args__ = {"polymorphic_identity": "tanker", "concrete": True}


class Ferry(Ship):
    """Belongs to no dock."""

    __tablename__ = "ferry"
    id: Mapped[int] = mapped_column(primary_key=True)
    yard_id: Mapped[Optional[int]] = mapped_column(ForeignKey("yard.id"))
    __mapper_args__ = {"polymorphic_identity": "ferry", "concrete": True}


class Crew(Base):
    __tablename__ = "crew"
    id: Mapped[int] = mapped_column(primary_key=True)
    ship_id: Mapped[int] = mapped_column(ForeignKey("ship.id"))
    ship: Mapped[Ship] = relationship(cascade="all, delete-orphan", single_parent=True)
