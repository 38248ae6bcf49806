from typing import List, Optional
from datetime import date, datetime
from sqlalchemy import ForeignKey, String, Integer, ForeignKeyConstraint, CheckConstraint, Date, DateTime, Numeric, Float, func, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, column_property


class Base(DeclarativeBase):
    pass


class Ward(Base):
    __tablename__ = "ward"
    id: Mapped[int] = mapped_column(primary_key=True)
    beds: Mapped[List["Bed"]] = relationship(back_populates="ward")
    stays: Mapped[List["Stay"]] = relationship(cascade="all")


class Bed(Base):
    __tablename__ = "bed"
    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[Optional[int]] = mapped_column(ForeignKey("ward.id"))
    code: Mapped[str] = mapped_column(String(4))
    width: Mapped[int] = mapped_column()
    height: Mapped[float] = mapped_column()
    price: Mapped[float] = mapped_column(Numeric(10, 2))
    ward = relationship("Ward", back_populates="beds")
    __table_args__ = (
        CheckConstraint("width BETWEEN 70 AND 120"),
        CheckConstraint("code LIKE 'B%' AND length(code) = 4"),
        CheckConstraint("height > width * 2", name="tall"),
        CheckConstraint("price >= 0 AND price <= 100 AND round(price, 2) = price"),
        CheckConstraint("width % 5 = 0"),
        CheckConstraint("ward_id IS NOT NULL OR code NOT LIKE 'BX%'"),
    )


class Stay(Base):
    __tablename__ = "stay"
    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    start: Mapped[date] = mapped_column()
    stop: Mapped[Optional[date]] = mapped_column()
    nights: Mapped[int] = mapped_column()
    kind: Mapped[str] = mapped_column(String(10))
    email: Mapped[str] = mapped_column(String(30))
    __table_args__ = (
        CheckConstraint("stop IS NULL OR stop > start"),
        CheckConstraint(kind.in_(["day", "night"])),
        CheckConstraint("email LIKE '%_@_%'"),
        CheckConstraint("nights BETWEEN 1 AND 30"),
        CheckConstraint("(kind = 'day') = (nights = 1)"),
        CheckConstraint("upper(kind) <> kind"),
    )


class Rate(Base):
    __tablename__ = "rate"
    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[Optional[int]] = mapped_column(ForeignKey("ward.id", ondelete="SET NULL"))
    low: Mapped[int]
    high: Mapped[int]
    total: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    __table_args__ = (
        CheckConstraint("low < high"),
        CheckConstraint("low + high = total"),
        CheckConstraint("currency GLOB '[A-Z][A-Z][A-Z]'"),
        CheckConstraint("abs(high - low) <= 10"),
    )
