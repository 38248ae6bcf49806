"""An association table with composite keys."""

from typing import List

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


link = Table(
    "link",
    Base.metadata,
    Column("tenant", Integer, primary_key=True),
    Column("user_id", Integer, primary_key=True),
    Column("group_id", ForeignKey("group.id"), primary_key=True),
    ForeignKeyConstraint(["tenant", "user_id"], ["user.tenant", "user.id"]),
)


class User(Base):
    __tablename__ = "user"
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    groups: Mapped[List["Group"]] = relationship(secondary=link)


class Group(Base):
    __tablename__ = "group"
    id: Mapped[int] = mapped_column(primary_key=True)
