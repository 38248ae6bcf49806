"""Annotations without Mapped[] that are text: a name that is not there yet leaves all of it text, quotes inside do not."""

from __future__ import annotations

from typing import List, Optional

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    __allow_unmapped__ = True


class Trader(Base):
    __tablename__ = "trader"

    id: int = Column(Integer, primary_key=True)
    orders: List["Order"] = relationship("Order", cascade="all", back_populates="trader")
    notes: list["Note"] = relationship("Note")
    desk: Optional["Desk"] = relationship("Desk", back_populates="trader")


class Order(Base):
    __tablename__ = "order"

    id: int = Column(Integer, primary_key=True)
    trader_id: int = Column(ForeignKey("trader.id"))
    trader: Trader = relationship(Trader, back_populates="orders")


class Note(Base):
    __tablename__ = "note"

    id: int = Column(Integer, primary_key=True)
    trader_id: int = Column(ForeignKey("trader.id"))


class Desk(Base):
    __tablename__ = "desk"

    id: int = Column(Integer, primary_key=True)
    trader_id: int = Column(ForeignKey("trader.id"))
    trader: "Trader" = relationship(Trader, back_populates="desk")
