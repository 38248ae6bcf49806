"""A `Literal` becomes an enumeration."""

from typing import Literal

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[Literal["new", "used", "broken"]]
