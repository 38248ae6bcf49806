"""Who plays where and when."""

from datetime import datetime
from typing import Optional

from sqlmodel import Field, Relationship, SQLModel

from studio.models.members import Member
from studio.models.rooms import Room


class Booking(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    starts_at: datetime
    hours: int = 2
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", index=True)
    # None while the front desk has not assigned a room yet.
    room_id: int | None = Field(default=None, foreign_key="room.id", ondelete="RESTRICT", index=True)

    member: Member = Relationship(back_populates="bookings")
    room: Optional[Room] = Relationship(back_populates="bookings")
