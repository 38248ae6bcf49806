from typing import List, Optional
from sqlalchemy import ForeignKey, String, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, backref, declared_attr


class Base(DeclarativeBase):
    pass


class Studio(Base):
    __tablename__ = "studio"
    id: Mapped[int] = mapped_column(primary_key=True)
    works: Mapped[List["Work"]] = relationship(back_populates="studio", cascade="all", lazy="selectin")
    films: Mapped[List["Film"]] = relationship(viewonly=True, lazy="joined")


class Work(Base):
    __tablename__ = "work"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    studio_id: Mapped[Optional[int]] = mapped_column(ForeignKey("studio.id"))
    studio: Mapped[Optional["Studio"]] = relationship(back_populates="works")
    sequel_of_id: Mapped[Optional[int]] = mapped_column(ForeignKey("work.id", ondelete="SET NULL"))
    sequels: Mapped[List["Work"]] = relationship(back_populates="sequel_of", passive_deletes=True)
    sequel_of: Mapped[Optional["Work"]] = relationship(back_populates="sequels", remote_side=[id])
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "work"}


class Film(Work):
    __tablename__ = "film"
    id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), primary_key=True)
    scenes: Mapped[List["Scene"]] = relationship(back_populates="film", cascade="all, delete-orphan")
    __mapper_args__ = {"polymorphic_identity": "film", "polymorphic_load": "selectin"}


class Cartoon(Film):
    __tablename__ = "cartoon"
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id"), primary_key=True)
    mascot_id: Mapped[Optional[int]] = mapped_column(ForeignKey("mascot.id"))
    mascot: Mapped[Optional["Mascot"]] = relationship(back_populates="cartoons", lazy="joined")
    __mapper_args__ = {"polymorphic_identity": "cartoon", "polymorphic_load": "inline"}


class Song(Work):
    lyrics: Mapped[Optional[str]]
    film_id: Mapped[Optional[int]] = mapped_column(ForeignKey("film.id"))
    film: Mapped[Optional["Film"]] = relationship(foreign_keys=[film_id], backref=backref("songs", cascade="all"))
    __mapper_args__ = {"polymorphic_identity": "song", "polymorphic_load": "inline"}


class Scene(Base):
    __tablename__ = "scene"
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id"), primary_key=True)
    no: Mapped[int] = mapped_column(primary_key=True)
    film: Mapped["Film"] = relationship(back_populates="scenes")


class Mascot(Base):
    __tablename__ = "mascot"
    id: Mapped[int] = mapped_column(primary_key=True)
    cartoons: Mapped[List["Cartoon"]] = relationship(back_populates="mascot", passive_deletes="all")
