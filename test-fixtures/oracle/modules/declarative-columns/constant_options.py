"""Options that are constants."""

from sqlalchemy import Column, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


REQUIRED = False
LENGTH = 12


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    name = Column(String(LENGTH), nullable=REQUIRED)
