"""Made of the columns themselves, constraints and indexes go with them into the table; those of texts wait for ever."""

import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, Index, Integer, String, UniqueConstraint, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        }
    )


class Harbour(Base):
    __tablename__ = "harbour"
    id: Mapped[int] = mapped_column(primary_key=True)
    country: Mapped[str] = mapped_column("iso", String(2))
    UniqueConstraint("country")


class Named:
    """What a mixin has is copied, its constraints are not."""

    name: Mapped[str] = mapped_column(String(20))
    Index("ix_mixed", name)


class Ship(Named, Base):
    __tablename__ = "ship"
    id = Column(Integer, primary_key=True)
    length = Column("len", Integer, nullable=False)
    width = Column(Integer)
    kind: Mapped[str] = mapped_column(String(10))
    owner: Mapped[str] = mapped_column(String(10))
    harbour_id: Mapped[int] = mapped_column()
    sa.CheckConstraint(length > 0, name="long")
    CheckConstraint("width > 0", name="wide")
    UniqueConstraint(length, width)
    Index("ix_ship_owner", func.lower(owner), unique=True)
    _by_kind = Index("ix_ship_kind", kind.desc(), sqlite_where=width > 3)
    sa.ForeignKeyConstraint([harbour_id], [Harbour.id], ondelete="CASCADE")
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "ship"}


class Tug(Ship):
    power = Column(Integer)
    Index("ix_ship_power", power)
    __mapper_args__ = {"polymorphic_identity": "tug"}
