"""A relationship to a joined subclass that selects by columns of the base, whose rows are in another table."""

from sqlalchemy import ForeignKey, String, and_
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Medium(Base):
    __tablename__ = "medium"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    hidden: Mapped[bool]
    rank: Mapped[int]
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "medium"}


class Photo(Medium):
    __tablename__ = "photo"
    id: Mapped[int] = mapped_column(ForeignKey("medium.id", ondelete="CASCADE"), primary_key=True)
    album_id: Mapped[int | None] = mapped_column(ForeignKey("album.id", ondelete="SET NULL"))
    cover_of_id: Mapped[int | None] = mapped_column(ForeignKey("album.id"))
    width: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "photo"}


class Album(Base):
    __tablename__ = "album"
    id: Mapped[int] = mapped_column(primary_key=True)
    photos: Mapped[list["Photo"]] = relationship(
        primaryjoin="and_(Album.id == Photo.album_id, Photo.hidden == False, Photo.width > 1)", cascade="all"
    )
    covers: Mapped[list["Photo"]] = relationship(
        primaryjoin=lambda: and_(Album.id == Photo.cover_of_id, Medium.rank.between(1, 4)), lazy="selectin"
    )
