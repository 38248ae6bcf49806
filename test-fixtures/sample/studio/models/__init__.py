from studio.models.bookings import Booking
from studio.models.members import Badge, Member, Plan
from studio.models.rooms import Amplifier, Label, Room, RoomLabel

__all__ = ["Amplifier", "Badge", "Booking", "Label", "Member", "Plan", "Room", "RoomLabel"]
