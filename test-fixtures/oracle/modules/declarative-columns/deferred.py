"""Deferred columns are columns."""

from sqlalchemy import Column, LargeBinary, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, deferred, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    story: Mapped[str] = mapped_column(Text, deferred=True)
    picture = deferred(Column(LargeBinary))
