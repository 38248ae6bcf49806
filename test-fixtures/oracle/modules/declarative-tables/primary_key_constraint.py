"""A primary key by constraint."""

from sqlalchemy import PrimaryKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped


class Base(DeclarativeBase):
    pass


class Seat(Base):
    __tablename__ = "seat"
    __table_args__ = (PrimaryKeyConstraint("row", "number"),)
    row: Mapped[str]
    number: Mapped[int]
