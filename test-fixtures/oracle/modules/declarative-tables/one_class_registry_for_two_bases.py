"""Bases that are given one dictionary for the names of their classes find the classes of each other."""

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_base, mapped_column, registry, relationship

metadata = MetaData()
names = {}
others = {}

Accounts = declarative_base(metadata=metadata, class_registry=names)
Orders = declarative_base(metadata=metadata, class_registry=names)


class Account(Accounts):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    orders: Mapped[list["Order"]] = relationship(back_populates="account", cascade="all, delete-orphan")


class Order(Orders):
    __tablename__ = "order"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    account: Mapped["Account"] = relationship(back_populates="orders")


class Stock(DeclarativeBase):
    registry = registry(metadata=metadata, class_registry=others)


class Sales(DeclarativeBase):
    registry = registry(metadata=metadata, class_registry=others)


class Item(Stock):
    __tablename__ = "item"

    id: Mapped[int] = mapped_column(primary_key=True)
    sales: Mapped[list["Sale"]] = relationship(back_populates="item")


class Sale(Sales):
    __tablename__ = "sale"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"))
    item: Mapped["Item | None"] = relationship(back_populates="sales")
