from typing import List, Optional
from datetime import datetime
from sqlalchemy import ForeignKey, Integer, String, func, text, FetchedValue, Computed, JSON, UniqueConstraint, DateTime, Index
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, deferred


class Base(DeclarativeBase):
    __mapper_args__ = {"eager_defaults": True}


class Shop(Base):
    __tablename__ = "shop"
    id: Mapped[int] = mapped_column(primary_key=True)
    items: Mapped[List["Item"]] = relationship(back_populates="shop")
    logs: Mapped[List["Log"]] = relationship()
    marks: Mapped[List["Mark"]] = relationship()
    caps: Mapped[List["Cap"]] = relationship()


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shop.id"))
    changed: Mapped[Optional[datetime]] = mapped_column(DateTime, server_default=func.now(), server_onupdate=FetchedValue())
    rev: Mapped[Optional[int]] = mapped_column(server_onupdate=text("1"))
    shop: Mapped[Optional["Shop"]] = relationship(back_populates="items")


class Log(Base):
    __tablename__ = "log"
    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shop.id"))
    twice: Mapped[Optional[int]] = mapped_column(Computed("shop_id * 2"))
    seen: Mapped[Optional[datetime]] = mapped_column(DateTime, onupdate=func.now())
    auto: Mapped[Optional[int]] = mapped_column(server_default=FetchedValue(), server_onupdate=FetchedValue())


class Mark(Base):
    __tablename__ = "mark"
    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shop.id"))
    n: Mapped[Optional[int]] = mapped_column(server_onupdate=FetchedValue(for_update=True))
    __mapper_args__ = {"eager_defaults": False}


class Cap(Base):
    __tablename__ = "cap"
    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shop.id"))
    n: Mapped[Optional[int]] = mapped_column(server_onupdate=FetchedValue(), onupdate=5)
    __mapper_args__ = {"eager_defaults": "auto"}
