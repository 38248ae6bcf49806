"""Annotations without `Mapped[]` below a base that is not known: it may allow them, as this one does."""

from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

Shared = type("Shared", (), {"__allow_unmapped__": True})


class Base(Shared, DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    note: str = mapped_column()
    children: List["Child"] = relationship(back_populates="parent", cascade="all, delete-orphan", passive_deletes=True)


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id", ondelete="CASCADE"), index=True)
    parent: Optional["Parent"] = relationship(back_populates="children")
