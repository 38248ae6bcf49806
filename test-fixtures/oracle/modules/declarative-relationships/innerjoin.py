from typing import List, Optional
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Country(Base):
    __tablename__ = "country"
    id: Mapped[int] = mapped_column(primary_key=True)
    cities: Mapped[List["City"]] = relationship(back_populates="country")


class City(Base):
    __tablename__ = "city"
    id: Mapped[int] = mapped_column(primary_key=True)
    country_id: Mapped[Optional[int]] = mapped_column(ForeignKey("country.id"))
    country: Mapped[Optional["Country"]] = relationship(back_populates="cities", innerjoin=True, lazy="joined")
    stations: Mapped[List["Station"]] = relationship(back_populates="city", cascade="all, delete-orphan")


class Line(Base):
    __tablename__ = "line"
    id: Mapped[int] = mapped_column(primary_key=True)
    stations: Mapped[List["Station"]] = relationship(back_populates="line")


class Station(Base):
    __tablename__ = "station"
    id: Mapped[int] = mapped_column(primary_key=True)
    city_id: Mapped[Optional[int]] = mapped_column(ForeignKey("city.id"))
    line_id: Mapped[Optional[int]] = mapped_column(ForeignKey("line.id"))
    city: Mapped[Optional["City"]] = relationship(back_populates="stations")
    line: Mapped[Optional["Line"]] = relationship(back_populates="stations", innerjoin=True, lazy="joined")
