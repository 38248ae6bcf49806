"""Bare annotation in mixin of allowing base."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, mapped_column
class Base(DeclarativeBase):
    __allow_unmapped__ = True
class M:
    n: int = mapped_column(Integer)
    m: int = Column(Integer)
    k: str
class A(M, Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
