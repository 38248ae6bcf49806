"""Joins with an association table that compare further columns of it with either side."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Staff(Base):
    __tablename__ = "staff"
    id: Mapped[int] = mapped_column(primary_key=True)
    organisation: Mapped[int]
    roles: Mapped[list["Role"]] = relationship(
        secondary="grant",
        primaryjoin="and_(Staff.id == Grant.staff_id, Staff.organisation == Grant.organisation)",
        back_populates="staff",
    )
    elsewhere: Mapped[list["Role"]] = relationship(
        secondary="grant",
        primaryjoin="and_(Staff.id == Grant.staff_id, Grant.organisation != Staff.organisation)",
        cascade="all, delete",
        overlaps="roles,staff",
    )
    peers: Mapped[list["Staff"]] = relationship(
        secondary="peer",
        primaryjoin="and_(Staff.id == Peer.of_id, Staff.organisation <= Peer.rank)",
        secondaryjoin="and_(Staff.id == Peer.peer_id, Staff.organisation > Peer.rank)",
        viewonly=True,
        lazy="selectin",
    )


class Role(Base):
    __tablename__ = "role"
    id: Mapped[int] = mapped_column(primary_key=True)
    staff: Mapped[list["Staff"]] = relationship(
        secondary="grant",
        secondaryjoin="and_(Staff.id == Grant.staff_id, Staff.organisation == Grant.organisation)",
        back_populates="roles",
        overlaps="elsewhere",
    )


class Grant(Base):
    __tablename__ = "grant"
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    role_id: Mapped[int] = mapped_column(ForeignKey("role.id"), primary_key=True)
    organisation: Mapped[int]


class Peer(Base):
    __tablename__ = "peer"
    of_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    peer_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    rank: Mapped[int]
