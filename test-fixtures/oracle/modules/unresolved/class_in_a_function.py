"""A model made inside a function, others inside a class."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Outer:
    class Inner(Base):
        __tablename__ = "inner"
        id: Mapped[int] = mapped_column(primary_key=True)

    class Other(Base):
        __tablename__ = "other"
        id: Mapped[int] = mapped_column(primary_key=True)
        inner_id: Mapped[int | None] = mapped_column(ForeignKey("inner.id"))
        inner: Mapped["Inner"] = relationship(backref="others")


def build():
    class Local(Base):
        __tablename__ = "local"
        id: Mapped[int] = mapped_column(primary_key=True)

    return Local


Built = build()
Inner = Outer.Inner
