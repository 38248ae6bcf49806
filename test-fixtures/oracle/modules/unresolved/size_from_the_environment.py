"""How long a text may be is for the environment to say; nothing else depends on it."""

import os

from sqlalchemy import Numeric, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LENGTH = int(os.environ.get("LENGTH", "40"))


class Base(DeclarativeBase):
    pass


class Product(Base):
    __tablename__ = "product"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(LENGTH))
    price: Mapped[float] = mapped_column(Numeric(LENGTH, 2))
    if os.environ.get("LONG"):
        note = mapped_column(String(length=500))
    else:
        note = mapped_column(String(length=100))
