"""Mapped to a union of its subclasses' tables, which is no table of ours; they copy its columns as those of a mixin."""

from typing import List

from sqlalchemy import ForeignKey
from sqlalchemy.ext.declarative import AbstractConcreteBase
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Shop(Base):
    __tablename__ = "shop"
    id: Mapped[int] = mapped_column(primary_key=True)
    invoices: Mapped[List["Invoice"]] = relationship(back_populates="shop", cascade="all, delete-orphan")


class Document(AbstractConcreteBase, Base):
    number: Mapped[str]

    @declared_attr
    def shop_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("shop.id"))


class Invoice(Document):
    __tablename__ = "invoice"
    id: Mapped[int] = mapped_column(primary_key=True)
    shop: Mapped[Shop] = relationship(back_populates="invoices")
    __mapper_args__ = {"polymorphic_identity": "invoice", "concrete": True}
