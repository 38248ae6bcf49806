"""A dataclass that compares by value has no hash, and its objects fit in no set."""

from typing import List, Set

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, relationship


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class Parent(Base, unsafe_hash=True):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    listed: Mapped[List["Child"]] = relationship(back_populates="parent", cascade="all, delete-orphan", default_factory=list)
    owners: Mapped[Set["Owner"]] = relationship(default_factory=set)


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"), init=False)
    parent: Mapped[Parent] = relationship(back_populates="listed", default=None)
    marks: Mapped[Set["Mark"]] = relationship(default_factory=set)


class Mark(Base, eq=False):
    __tablename__ = "mark"
    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), nullable=True)


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"), nullable=True)
