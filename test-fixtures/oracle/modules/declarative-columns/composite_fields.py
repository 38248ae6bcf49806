"""Columns that a composite leaves out, or leaves without a name, are those of the fields of its dataclass."""

from dataclasses import dataclass, field
from typing import ClassVar, Optional

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, composite, mapped_column


class Base(DeclarativeBase):
    pass


@dataclass
class Place:
    country: str
    limit: ClassVar[int] = 3


@dataclass
class Address(Place):
    street: str
    zip_: Optional[str] = None
    label: str = field(init=False, default="")


class User(Base):
    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[Address] = composite()


class Shop(Base):
    __tablename__ = "shop"

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[Address] = composite(mapped_column(), mapped_column(String(80), index=True), mapped_column("zip"))


class Company(Base):
    __tablename__ = "company"

    id: Mapped[int] = mapped_column(primary_key=True)
    land: Mapped[str] = mapped_column(String(2))
    address: Mapped[Optional[Address]] = composite(Address, "land")
