from typing import List, Optional

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Country(Base):
    __tablename__ = "country"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(3))
    cities: Mapped[List["City"]] = relationship()
    __table_args__ = (CheckConstraint("length(code) = 3"), CheckConstraint("code = upper(code)"))


class City(Base):
    __tablename__ = "city"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    country_id: Mapped[Optional[int]] = mapped_column(ForeignKey("country.id"))
    __table_args__ = (
        CheckConstraint("length(slug) > 7"),
        CheckConstraint("slug = lower(slug)"),
        CheckConstraint("slug NOT LIKE '% %'"),
    )
