"""A table without a primary key, whose mapper names one."""

from typing import List

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


log = Table("log", Base.metadata, Column("user_id", Integer, ForeignKey("user.id"), nullable=False), Column("line", Integer, nullable=False))


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    logs: Mapped[List["Log"]] = relationship(back_populates="user", cascade="all, delete-orphan")


class Log(Base):
    __table__ = log
    __mapper_args__ = {"primary_key": [log.c.user_id, log.c.line]}
    user: Mapped["User"] = relationship(back_populates="logs")
