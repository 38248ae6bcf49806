"""Columns that only number the rows of a bulk insert."""

from sqlalchemy import Column, Integer, Table, insert_sentinel
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, orm_insert_sentinel


class Base(DeclarativeBase):
    pass


class Reading(Base):
    __tablename__ = "reading"

    id: Mapped[int] = mapped_column(primary_key=True)
    _sentinel: Mapped[int] = orm_insert_sentinel()


sample = Table("sample", Base.metadata, Column("id", Integer, primary_key=True), insert_sentinel("number"))
