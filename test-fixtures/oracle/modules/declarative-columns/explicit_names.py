"""Column names that differ from their attributes."""

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column("pot_id", primary_key=True)
    size: Mapped[int] = mapped_column("pot_size", Integer, index=True)
    lid_id: Mapped[int] = mapped_column("pot_lid", ForeignKey("lid.lid_id"))


class Lid(Base):
    __tablename__ = "lid"
    key: Mapped[int] = mapped_column(name="lid_id", primary_key=True)
