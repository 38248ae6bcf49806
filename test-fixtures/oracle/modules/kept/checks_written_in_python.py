"""Checks that are expressions decide which rows there can be, and what may become of them."""

from typing import Optional

from sqlalchemy import CheckConstraint, ForeignKey, String, or_
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
    pets: Mapped[list["Pet"]] = relationship()


class Pet(Base):
    __tablename__ = "pet"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    low: Mapped[int] = mapped_column()
    high: Mapped[int] = mapped_column()
    owner_id: Mapped[Optional[int]] = mapped_column(ForeignKey("owner.id"))
    __table_args__ = (
        CheckConstraint(kind.in_(["cat", "dog"]), name="known_kind"),
        CheckConstraint(low <= high, name="ordered"),
        CheckConstraint(or_(owner_id != None, kind == "cat"), name="dogs_are_owned"),  # noqa: E711
    )
