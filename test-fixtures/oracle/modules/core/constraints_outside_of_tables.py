"""Constraints and indexes that statements attach to tables, by their columns or by append_constraint."""

import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, Index, Integer, MetaData, String, Table, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

metadata = MetaData(naming_convention={"uq": "uq_%(table_name)s_%(column_0_N_name)s", "ix": "ix_%(column_0_label)s"})

stamps = Table(
    "stamps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("value", Integer, key="worth"),
    Column("country", String(5)),
    Column("year", Integer),
)
sa.CheckConstraint(stamps.c.worth > 0, name="ck_worth")
sa.UniqueConstraint(stamps.c.worth, stamps.c.country)
Index(None, stamps.c.country, stamps.c.year)
stamps.append_constraint(UniqueConstraint("year", "country"))
stamps.append_constraint(CheckConstraint(stamps.c.year > 1839))


class Base(DeclarativeBase):
    metadata = metadata


class Album(Base):
    __tablename__ = "album"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column("name", String(20))
    stamp_id: Mapped[int] = mapped_column("stamp")
    pages: Mapped[int]


sa.UniqueConstraint(Album.title, Album.pages)
limit = sa.CheckConstraint(Album.pages < 500)
sa.ForeignKeyConstraint([Album.stamp_id], [stamps.c.id], ondelete="SET NULL")
sa.Index("ix_long_titles", sa.func.lower(Album.title), unique=True, sqlite_where=Album.pages > 100)
Album.__table__.append_constraint(UniqueConstraint("pages"))
