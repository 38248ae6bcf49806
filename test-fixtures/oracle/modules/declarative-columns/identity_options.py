"""A column that the database counts may not be NULL unless something says so, key or not."""

from typing import Annotated, Optional

from sqlalchemy import BigInteger, Column, Identity, Integer, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

counted = Annotated[int, mapped_column(BigInteger, Identity(always=True), primary_key=True)]


class Base(DeclarativeBase):
    pass


class Ticket(Base):
    __tablename__ = "ticket"
    id: Mapped[counted]
    number: Mapped[int] = mapped_column(Identity(start=100, increment=10, cycle=True))


class Queue(Base):
    __tablename__ = "queue"
    id = mapped_column(Integer, Identity(True, minvalue=-5, nomaxvalue=True, cache=20), primary_key=True)
    place = mapped_column(Integer, Identity(increment=2))


class Wish(Base):
    __tablename__ = "wish"
    id: Mapped[int] = mapped_column(Identity(always=None, on_null=True, order=True, nominvalue=True), primary_key=True)
    position: Mapped[Optional[int]] = mapped_column(Identity(cycle=False, maxvalue=9))


stamps = Table(
    "stamps",
    Base.metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("serial", Integer, Identity()),
    Column("spare", Integer, Identity(), nullable=True),
)
