"""Generated columns."""

from sqlalchemy import Computed, Identity
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    a: Mapped[int]
    double: Mapped[int] = mapped_column(Computed("a * 2"))
