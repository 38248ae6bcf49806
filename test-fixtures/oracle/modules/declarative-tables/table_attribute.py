"""A class over a table of its own."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class User(Base):
    __table__ = Table(
        "users",
        Base.metadata,
        Column("id", Integer, primary_key=True),
        Column("name", String(50), nullable=False),
        Column("boss_id", ForeignKey("users.id", ondelete="SET NULL")),
    )
