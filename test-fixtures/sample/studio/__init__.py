"""Rooms, members and bookings of a rehearsal studio."""
