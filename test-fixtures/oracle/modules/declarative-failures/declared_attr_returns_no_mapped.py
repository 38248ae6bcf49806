"""Declared attr returns no mapped."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, mapped_column, declared_attr
class Base(DeclarativeBase):
    pass
class M:
    @declared_attr
    def k(cls) -> Column:
        return Column(Integer)
class A(M, Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
