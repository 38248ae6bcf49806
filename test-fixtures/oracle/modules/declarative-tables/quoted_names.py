"""Reserved words, quoted names, spaces and dots in names."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.sql import quoted_name


class Base(DeclarativeBase):
    pass


class Group(Base):
    __tablename__ = quoted_name("Group", quote=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    order: Mapped[int] = mapped_column("order", default=0)
    select: Mapped[str] = mapped_column("select", quote=True)
    items: Mapped[list["Table2"]] = relationship(back_populates="group")


class Table2(Base):
    __tablename__ = "table"
    __table_args__ = {"quote": True}
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column("group", ForeignKey("Group.id"))
    group: Mapped[Group] = relationship(back_populates="items")


class Spaced(Base):
    __tablename__ = "my table"
    id: Mapped[int] = mapped_column("the id", primary_key=True)
    ref: Mapped[int] = mapped_column("a.b", ForeignKey("table.id"))
    self_ref: Mapped[int | None] = mapped_column("ref col", ForeignKey("my table.the id"))
