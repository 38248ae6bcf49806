"""CHECK constraints on a key, on a text's form, on the order of two moments, and on which of two references is set."""

from datetime import datetime
from typing import List, Optional

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    __table_args__ = (CheckConstraint("id > 100"), CheckConstraint("length(name) = 3 and name like 'x%'"))
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kids: Mapped[List["Kid"]] = relationship()


class Kid(Base):
    __tablename__ = "kid"
    __table_args__ = (CheckConstraint("(parent_id IS NULL) != (other_id IS NULL)"), CheckConstraint("start < stop"))
    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[datetime]
    stop: Mapped[datetime]
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("parent.id"))
    other_id: Mapped[Optional[int]] = mapped_column(ForeignKey("other.id", ondelete="CASCADE"))


class Other(Base):
    __tablename__ = "other"
    id: Mapped[int] = mapped_column(primary_key=True)
    kids: Mapped[List["Kid"]] = relationship(cascade="all, delete-orphan")
