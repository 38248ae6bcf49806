"""Bare annotation of mixin column."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase
class Base(DeclarativeBase):
    pass
class M:
    n: int = Column(Integer)
class A(M, Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
