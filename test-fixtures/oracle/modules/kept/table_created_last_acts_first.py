"""Two tables refuse a delete with different errors; SQLite asks the one created last first."""

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


pairs = Table(
    "pairs",
    Base.metadata,
    Column("left_id", ForeignKey("cedar.id", ondelete="RESTRICT"), primary_key=True),
    Column("right_id", ForeignKey("dahlia.id", ondelete="CASCADE"), primary_key=True),
)


class Dahlia(Base):
    __tablename__ = "dahlia"
    id: Mapped[int] = mapped_column(primary_key=True)


class Cedar(Base):
    __tablename__ = "cedar"
    id: Mapped[int] = mapped_column(primary_key=True)


class Amber(Base):
    __tablename__ = "amber"
    id: Mapped[int] = mapped_column(primary_key=True)
    cedar_id: Mapped[int] = mapped_column(ForeignKey("cedar.id", ondelete="set null"))
