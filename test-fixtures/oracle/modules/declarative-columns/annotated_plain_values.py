"""Annotated plain values."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, mapped_column, synonym
class Base(DeclarativeBase):
    pass
class A(Base):
    __tablename__ = "a"
    id: int = Column(Integer, primary_key=True)
    k: int = 5
    j: "list[int]" = []
