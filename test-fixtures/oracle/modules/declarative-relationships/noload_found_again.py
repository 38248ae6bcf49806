from typing import List, Optional
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Dahlia(Base):
    __tablename__ = "dahlia"
    id: Mapped[int] = mapped_column(primary_key=True)
    elms: Mapped[List["Elm"]] = relationship(back_populates="dahlia")
    more: Mapped[List["Elm"]] = relationship(overlaps="elms,dahlia")


class Elm(Base):
    __tablename__ = "elm"
    id: Mapped[int] = mapped_column(primary_key=True)
    dahlia_id: Mapped[Optional[int]] = mapped_column(ForeignKey("dahlia.id"))
    dahlia: Mapped[Optional["Dahlia"]] = relationship(back_populates="elms", lazy="noload", post_update=True)


class Fern(Base):
    __tablename__ = "fern"
    id: Mapped[int] = mapped_column(primary_key=True)
    gins: Mapped[List["Gin"]] = relationship(back_populates="fern", cascade="all")
    more: Mapped[List["Gin"]] = relationship(overlaps="gins,fern", lazy="selectin", viewonly=True)


class Gin(Base):
    __tablename__ = "gin"
    id: Mapped[int] = mapped_column(primary_key=True)
    fern_id: Mapped[Optional[int]] = mapped_column(ForeignKey("fern.id"))
    fern: Mapped[Optional["Fern"]] = relationship(back_populates="gins", lazy="noload", cascade="all", single_parent=True)
    others: Mapped[List["Gin"]] = relationship(primaryjoin="Gin.fern_id == remote(foreign(Gin.fern_id))", viewonly=True, lazy="immediate")


class Hop(Base):
    __tablename__ = "hop"
    id: Mapped[int] = mapped_column(primary_key=True)
    ivies: Mapped[List["Ivy"]] = relationship(back_populates="hop", lazy="immediate")
    more: Mapped[List["Ivy"]] = relationship(viewonly=True, lazy="raise")
    again: Mapped[List["Ivy"]] = relationship(viewonly=True, lazy="joined")


class Ivy(Base):
    __tablename__ = "ivy"
    id: Mapped[int] = mapped_column(primary_key=True)
    hop_id: Mapped[Optional[int]] = mapped_column(ForeignKey("hop.id"))
    hop: Mapped[Optional["Hop"]] = relationship(back_populates="ivies", lazy="noload", post_update=True)
