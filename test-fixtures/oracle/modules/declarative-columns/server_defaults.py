"""Defaults of the database in every spelling."""

from datetime import datetime

from sqlalchemy import func, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column(server_default="1")
    b: Mapped[int] = mapped_column(server_default=text("2"))
    c: Mapped[datetime] = mapped_column(server_default=func.now())
    d: Mapped[str] = mapped_column(server_default="it's")
    e: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
