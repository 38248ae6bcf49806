from typing import List, Optional

from sqlalchemy import ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Site(Base):
    __tablename__ = "site"
    id: Mapped[int] = mapped_column(primary_key=True)
    machines: Mapped[List["Machine"]] = relationship(cascade="all, delete")


class Machine(Base):
    __tablename__ = "machine"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    site_id: Mapped[Optional[int]] = mapped_column(ForeignKey("site.id"))
    parts: Mapped[List["Part"]] = relationship(foreign_keys="[Part.machine_id]", cascade="all, delete-orphan")
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "machine"}


class Part(Base):
    __tablename__ = "part"
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    machine_id: Mapped[Optional[int]] = mapped_column(ForeignKey("machine.id"))


class Press(Machine):
    __tablename__ = "press"
    __table_args__ = (
        ForeignKeyConstraint(["part_tenant", "motor_id"], ["part.tenant", "part.id"]),
        ForeignKeyConstraint(["part_tenant", "plate_id"], ["part.tenant", "part.id"]),
    )
    id: Mapped[int] = mapped_column(ForeignKey("machine.id"), primary_key=True)
    part_tenant: Mapped[Optional[int]]
    motor_id: Mapped[Optional[int]]
    plate_id: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "press"}
