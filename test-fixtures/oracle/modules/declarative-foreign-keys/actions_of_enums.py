"""Actions and cascades as members of enumerations of strings."""

import enum
from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Cascade(str, enum.Enum):
    OWNED = "all, delete-orphan"
    KEPT = "save-update, merge"


class Action(enum.StrEnum):
    CASCADE = "CASCADE"
    SET_NULL = "SET NULL"


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    owned: Mapped[List["Owned"]] = relationship(back_populates="parent", cascade=Cascade.OWNED)
    kept: Mapped[List["Kept"]] = relationship(back_populates="parent", cascade=Cascade.KEPT.value)


class Owned(Base):
    __tablename__ = "owned"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id", ondelete=Action.CASCADE))
    parent: Mapped[Parent] = relationship(back_populates="owned")


class Kept(Base):
    __tablename__ = "kept"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("parent.id", ondelete=Action["SET_NULL"].value))
    other_id: Mapped[Optional[int]] = mapped_column(ForeignKey("owned.id", ondelete=f"{Action.SET_NULL}"))
    parent: Mapped[Optional[Parent]] = relationship(back_populates="kept")
