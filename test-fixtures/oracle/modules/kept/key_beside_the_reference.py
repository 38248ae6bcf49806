"""A table without a primary key: what the unit of work blanks is no part of the key that the mapper names."""

from typing import List, Optional

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    logs: Mapped[List["Log"]] = relationship(back_populates="user")


class Log(Base):
    __table__ = Table("log", Base.metadata, Column("user_id", Integer, ForeignKey("user.id")), Column("line", Integer, nullable=False))
    __mapper_args__ = {"primary_key": [__table__.c.line]}
    user: Mapped["User"] = relationship(back_populates="logs")
