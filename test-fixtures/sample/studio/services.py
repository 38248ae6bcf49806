"""What the front desk does."""

from sqlmodel import Session, select

from studio.models import Booking, Member, Room


class NotFoundError(Exception):
    """There is no such row."""


def end_membership(session: Session, member_id: int) -> None:
    """Remove a member; the badge and the bookings go with them."""
    member = session.get(Member, member_id)
    if member is None:
        raise NotFoundError(f"member {member_id}")
    session.delete(member)
    session.commit()


def close_room(session: Session, room_id: int) -> None:
    """Take a room out of service. Rooms with bookings must not be removed."""
    room = session.get(Room, room_id)
    if room is None:
        raise NotFoundError(f"room {room_id}")
    session.delete(room)
    session.commit()


def bookings_of(session: Session, member_id: int) -> list[Booking]:
    statement = select(Booking).where(Booking.member_id == member_id).order_by(Booking.starts_at)
    return list(session.exec(statement))
