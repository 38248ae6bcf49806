"""The annotation of a plain `Column` is ignored."""

from typing import Optional

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = Column(Integer)
    b: Mapped[Optional[int]] = Column(Integer, nullable=False)
