"""SQLite has no type UUID, and takes what is written into such a column for a number where it looks like one."""

import uuid
from typing import List

from sqlalchemy import UUID, ForeignKey
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[uuid.UUID] = mapped_column(UUID(as_uuid=True), primary_key=True, default=uuid.uuid4)
    children: Mapped[List["Child"]] = relationship(back_populates="parent", cascade="all, delete-orphan")


class Child(Base):
    __tablename__ = "child"
    id: Mapped[str] = mapped_column(postgresql.UUID(as_uuid=False), primary_key=True)
    parent_id: Mapped[uuid.UUID] = mapped_column(postgresql.UUID(as_uuid=True), ForeignKey("parent.id"))
    parent: Mapped[Parent] = relationship(back_populates="children")
