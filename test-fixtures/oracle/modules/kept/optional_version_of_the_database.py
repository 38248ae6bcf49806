"""A column that the database fills may be optional; its rows have a version all the same."""

from typing import List, Optional

from sqlalchemy import FetchedValue, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[List["Child"]] = relationship()


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    stamp: Mapped[Optional[int]] = mapped_column(server_default="1", server_onupdate=FetchedValue())
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("parent.id"))
    __mapper_args__ = {"version_id_col": stamp, "version_id_generator": False}
