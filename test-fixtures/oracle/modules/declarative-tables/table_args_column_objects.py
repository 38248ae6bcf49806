"""Constraints over column objects instead of names."""

from sqlalchemy import Column, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Seat(Base):
    __tablename__ = "seat"
    id: Mapped[int] = mapped_column(primary_key=True)
    row = Column(String, nullable=False)
    number = Column(Integer, nullable=False)
    __table_args__ = (UniqueConstraint(row, number), Index("ix_number", number))
