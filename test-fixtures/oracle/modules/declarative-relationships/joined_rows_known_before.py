"""What is joined to an object that knows it already is still in the rows: a query that is no lazy load goes on from there."""

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


likes = Table(
    "likes",
    Base.metadata,
    Column("number", Integer, primary_key=True),
    Column("by_id", ForeignKey("song.id", ondelete="RESTRICT"), nullable=False),
    Column("liked_id", ForeignKey("song.id", ondelete="CASCADE"), nullable=False),
)


class Song(Base):
    __tablename__ = "song"
    id: Mapped[int] = mapped_column(primary_key=True)
    album_id: Mapped[int | None] = mapped_column(ForeignKey("album.id"))
    original_id: Mapped[int | None]
    covers: Mapped[list["Song"]] = relationship(
        primaryjoin="foreign(Song.original_id) == Song.id", cascade="all, delete-orphan"
    )
    albums: Mapped[list["Album"]] = relationship(
        foreign_keys="Album.song_id", cascade="all, delete-orphan", passive_deletes=True, lazy="selectin"
    )
    liked: Mapped[list["Song"]] = relationship(
        secondary=likes,
        primaryjoin=id == likes.c.by_id,
        secondaryjoin=id == likes.c.liked_id,
        lazy="joined",
        join_depth=3,
    )


class Album(Base):
    __tablename__ = "album"
    id: Mapped[int] = mapped_column(primary_key=True)
    song_id: Mapped[int | None] = mapped_column(ForeignKey("song.id"))
    songs: DynamicMapped["Song"] = relationship(foreign_keys=Song.album_id, cascade="all, delete-orphan")
    song: Mapped[Song | None] = relationship(foreign_keys=song_id, overlaps="albums")
