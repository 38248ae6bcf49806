"""Enumerations by annotation and by argument."""

import enum
from typing import Optional

from sqlalchemy import Enum
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Colour(enum.Enum):
    RED = 1
    GREEN = 2


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[Colour]
    b: Mapped[Colour] = mapped_column(Enum(Colour))
    c: Mapped[Optional[Colour]] = mapped_column(Enum(Colour, name="colour", native_enum=False, length=12))
