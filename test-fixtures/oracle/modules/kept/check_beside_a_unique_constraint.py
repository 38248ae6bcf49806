"""A row meets a CHECK over a column that is also part of a unique constraint."""

from typing import Optional

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Shelf(Base):
    __tablename__ = "shelf"
    id: Mapped[int] = mapped_column(primary_key=True)


class Maker(Base):
    __tablename__ = "maker"
    id: Mapped[int] = mapped_column(primary_key=True)


class Item(Base):
    __tablename__ = "item"
    __table_args__ = (UniqueConstraint("label", "shelf_id"), CheckConstraint("(maker_id IS NULL) <> (label IS NULL)"))
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[Optional[str]] = mapped_column()
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelf.id"))
    maker_id: Mapped[Optional[int]] = mapped_column(ForeignKey("maker.id", ondelete="SET NULL"))
