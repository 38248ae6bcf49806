"""Bare annotations are tolerated where the class says so, and ignored."""

from typing import Optional

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    __allow_unmapped__ = True
    id: int = Column(Integer, primary_key=True)
    size: Optional[int] = Column(Integer, nullable=False)
    note: str = "nothing"
