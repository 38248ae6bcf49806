"""A class that extends a table which is there already, with a key of its own."""

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

stay = Table(
    "stay",
    Base.metadata,
    Column("guest_id", Integer, ForeignKey("guest.id"), nullable=False),
    Column("room_id", Integer, ForeignKey("room.id"), nullable=False),
)


class Guest(Base):
    __tablename__ = "guest"
    id = Column(Integer, primary_key=True)
    rooms = relationship("Room", secondary=stay, viewonly=True)


class Room(Base):
    __tablename__ = "room"
    id = Column(Integer, primary_key=True)


class Stay(Base):
    __tablename__ = "stay"
    __table_args__ = {"extend_existing": True}
    id = Column(Integer, primary_key=True)
    room_id = Column(Integer, ForeignKey("room.id", ondelete="CASCADE"), nullable=False)
    guest_id = Column(Integer, ForeignKey("guest.id"), nullable=False)
