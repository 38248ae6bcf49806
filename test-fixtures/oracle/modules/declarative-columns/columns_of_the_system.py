"""A column that PostgreSQL keeps for every table, so that no CREATE TABLE names it."""

from sqlalchemy import FetchedValue, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"
    __mapper_args__ = {"version_id_generator": False}

    id: Mapped[int] = mapped_column(primary_key=True)
    xmin: Mapped[str] = mapped_column("xmin", String(20), system=True, server_default=FetchedValue())
