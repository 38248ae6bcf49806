"""An association table between rows of one table needs joins."""

from typing import List

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


link = Table(
    "link",
    Base.metadata,
    Column("a_id", ForeignKey("user.id"), primary_key=True),
    Column("b_id", ForeignKey("user.id"), primary_key=True),
)


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    friends: Mapped[List["User"]] = relationship(secondary=link)
