"""What can be booked: rooms, the amplifiers in them and the labels people search by."""

from typing import TYPE_CHECKING

from sqlmodel import Field, Relationship, SQLModel

if TYPE_CHECKING:
    from studio.models.bookings import Booking


class RoomLabel(SQLModel, table=True):
    room_id: int = Field(foreign_key="room.id", ondelete="CASCADE", primary_key=True)
    label_id: int = Field(foreign_key="label.id", ondelete="CASCADE", primary_key=True, index=True)


class Room(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    seats: int = 4

    amplifiers: list["Amplifier"] = Relationship(back_populates="room")
    bookings: list["Booking"] = Relationship(back_populates="room")
    labels: list["Label"] = Relationship(back_populates="rooms", link_model=RoomLabel)


class Amplifier(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    brand: str
    watts: int
    room_id: int = Field(foreign_key="room.id", index=True)

    room: Room = Relationship(back_populates="amplifiers")


class Label(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    text: str = Field(unique=True)

    rooms: list[Room] = Relationship(back_populates="labels", link_model=RoomLabel)
