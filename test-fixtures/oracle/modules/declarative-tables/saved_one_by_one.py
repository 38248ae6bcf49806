import datetime
from typing import List, Optional

from sqlalchemy import Computed, ForeignKey, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Shelf(Base):
    __tablename__ = "shelf"
    id: Mapped[int] = mapped_column(primary_key=True)
    books: Mapped[List["Book"]] = relationship()
    lamps: Mapped[List["Lamp"]] = relationship()
    vases: Mapped[List["Vase"]] = relationship()


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    shelf_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shelf.id"))
    __mapper_args__ = {"batch": False}


class Lamp(Base):
    __tablename__ = "lamp"
    id: Mapped[int] = mapped_column(primary_key=True)
    shelf_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shelf.id"))
    changed: Mapped[Optional[datetime.datetime]] = mapped_column(onupdate=func.now())
    twice: Mapped[Optional[int]] = mapped_column(Computed("id * 2"))
    __mapper_args__ = {"eager_defaults": True}


class Vase(Base):
    __tablename__ = "vase"
    id: Mapped[int] = mapped_column(primary_key=True)
    shelf_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shelf.id"))
    revision: Mapped[int] = mapped_column()
    changed: Mapped[Optional[datetime.datetime]] = mapped_column(onupdate=func.now())
    __mapper_args__ = {"eager_defaults": True, "version_id_col": revision}
