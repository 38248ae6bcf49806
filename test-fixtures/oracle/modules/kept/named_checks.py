"""The name of a CHECK is what the error of a violated one names: given, by position, by a convention, or none."""

from typing import List, Optional

from sqlalchemy import CheckConstraint, ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})


class Plain(DeclarativeBase):
    pass


class Photo(Base):
    __tablename__ = "photo"
    id: Mapped[int] = mapped_column(primary_key=True)
    comments: Mapped[List["Comment"]] = relationship()


class Comment(Base):
    __tablename__ = "comment"
    __table_args__ = (CheckConstraint("(photo_id IS NULL) <> (video_id IS NULL)", name="one_subject"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    photo_id: Mapped[Optional[int]] = mapped_column(ForeignKey("photo.id"))
    video_id: Mapped[Optional[int]] = mapped_column(ForeignKey("video.id", ondelete="SET NULL"))


class Video(Base):
    __tablename__ = "video"
    id: Mapped[int] = mapped_column(primary_key=True)


class Room(Plain):
    __tablename__ = "room"
    id: Mapped[int] = mapped_column(primary_key=True)
    desks: Mapped[List["Desk"]] = relationship()
    lamps: Mapped[List["Lamp"]] = relationship()


class Desk(Plain):
    __tablename__ = "desk"
    id: Mapped[int] = mapped_column(primary_key=True)
    room_id: Mapped[Optional[int]] = mapped_column(
        ForeignKey("room.id"), CheckConstraint("room_id > 0 AND room_id IS NOT NULL", "has room")
    )


class Lamp(Plain):
    __tablename__ = "lamp"
    __table_args__ = (CheckConstraint("room_id IS NOT NULL OR owner IS NOT NULL"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    room_id: Mapped[Optional[int]] = mapped_column(ForeignKey("room.id"))
    owner: Mapped[Optional[str]]
