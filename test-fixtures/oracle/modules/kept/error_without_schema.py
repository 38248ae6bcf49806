"""SQLite's message about a required column never names the schema."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Cedar(Base):
    __tablename__ = "cedar"
    id: Mapped[int] = mapped_column(primary_key=True)


class Amber(Base):
    __tablename__ = "amber"
    __table_args__ = {"schema": "shop"}
    id: Mapped[int] = mapped_column(primary_key=True)
    cedar_id: Mapped[int] = mapped_column(ForeignKey("cedar.id", ondelete="SET NULL"))
