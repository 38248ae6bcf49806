"""Row versions that a function or the database makes instead of SQLAlchemy."""

from typing import List, Optional

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[List["Child"]] = relationship()
    others: Mapped[List["Other"]] = relationship()


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(server_default="7")
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("parent.id"))
    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}


def same(previous):
    return previous


class Other(Base):
    __tablename__ = "other"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(String(32))
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("parent.id"))
    __mapper_args__ = {"version_id_col": version, "version_id_generator": same}
