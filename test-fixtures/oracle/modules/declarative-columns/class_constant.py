"""A constant of the class body."""

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    width = 30
    id: Mapped[int] = mapped_column(primary_key=True)
    name = mapped_column(String(width), nullable=False)
