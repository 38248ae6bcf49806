"""The constraint over column objects."""

from sqlalchemy import Column, ForeignKeyConstraint, Integer
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    tenant = Column(Integer, primary_key=True)
    number = Column(Integer, primary_key=True)


class Line(Base):
    __tablename__ = "line"
    id = Column(Integer, primary_key=True)
    tenant = Column(Integer)
    number = Column(Integer)
    __table_args__ = (ForeignKeyConstraint([tenant, number], [Order.tenant, Order.number]),)
