"""A foreign key lends its type."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Lid(Base):
    __tablename__ = "lid"
    id: Mapped[str] = mapped_column(String(8), primary_key=True)


class Pot(Base):
    __tablename__ = "pot"
    id = Column(Integer, primary_key=True)
    lid_id = Column(ForeignKey("lid.id"))
    other_id = mapped_column(ForeignKey("lid.id"), nullable=False)
