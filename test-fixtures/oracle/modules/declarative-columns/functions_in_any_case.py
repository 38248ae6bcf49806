"""SQLAlchemy finds the functions that it knows in any case, and writes them in its own way."""

import datetime

from sqlalchemy import func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Entry(Base):
    __tablename__ = "entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    noted: Mapped[datetime.datetime] = mapped_column(server_default=func.NOW())
    weight: Mapped[float] = mapped_column(server_default=func.RANDOM())
    label: Mapped[str] = mapped_column(server_default=func.Lower("A"))
    first: Mapped[str] = mapped_column(server_default=func.COALESCE("a", "b"))
