"""
A column that queries leave out is missing to lazy="subquery", which takes it from the row, and to what has it for its
primary key: with rows or without. What a join would bring along without its key stays lazy.
"""

from sqlalchemy import Column, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, deferred, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Depot(Base):
    __tablename__ = "depot"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(8), unique=True, deferred=True)
    trucks: Mapped[list["Truck"]] = relationship(lazy="subquery", back_populates="depot")


class Truck(Base):
    __tablename__ = "truck"

    id: Mapped[int] = mapped_column(primary_key=True)
    depot_code: Mapped[str | None] = mapped_column(ForeignKey("depot.code"), deferred_group="places")
    # Only the other side looks for the column in a row.
    depot: Mapped[Depot | None] = relationship(back_populates="trucks", lazy="selectin")
    driver_id: Mapped[int | None] = mapped_column(ForeignKey("driver.id"))
    driver: Mapped["Driver | None"] = relationship(lazy="joined", back_populates="trucks")


class Driver(Base):
    __tablename__ = "driver"

    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[int]
    second = deferred(Column(String(4)))
    third = column_property(Column(String(4)), deferred=True)
    trucks: Mapped[list[Truck]] = relationship(back_populates="driver")
    papers: Mapped[list["Paper"]] = relationship(
        lazy="subquery", primaryjoin="and_(Driver.id == Paper.driver_id, Driver.second == 'a')"
    )

    __table_args__ = (UniqueConstraint("first", "third"),)


class Paper(Base):
    __tablename__ = "paper"

    id: Mapped[int] = mapped_column(primary_key=True, deferred=True)
    driver_id: Mapped[int | None] = mapped_column(ForeignKey("driver.id"))
    pages: Mapped[list["Page"]] = relationship(lazy="selectin", cascade="all, delete-orphan")


class Page(Base):
    __tablename__ = "page"

    id: Mapped[int] = mapped_column(primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id"))
    paper: Mapped[Paper] = relationship(lazy="joined", overlaps="pages")
