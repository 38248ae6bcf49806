from typing import List, Optional
from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, text, String, Boolean, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Team(Base):
    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    members: Mapped[List["Member"]] = relationship(back_populates="team", cascade="all")
    captain_of: Mapped[List["Badge"]] = relationship(back_populates="team")


class Member(Base):
    __tablename__ = "member"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    email: Mapped[str] = mapped_column(String(50))
    nick: Mapped[str] = mapped_column(String(20))
    team = relationship("Team", back_populates="members")
    __table_args__ = (
        Index("ix_member_email", func.lower(email), unique=True),
        Index("ix_member_nick", text("lower(nick)"), "team_id", unique=True),
    )


class Badge(Base):
    __tablename__ = "badge"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[Optional[int]] = mapped_column(ForeignKey("team.id"))
    active: Mapped[bool] = mapped_column(Boolean)
    rank: Mapped[int] = mapped_column(Integer)
    team = relationship("Team", back_populates="captain_of")
    __table_args__ = (
        Index("one_active", "team_id", unique=True, sqlite_where=text("active = 1"), postgresql_where=text("active")),
    )


class Slot(Base):
    __tablename__ = "slot"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[Optional[int]] = mapped_column(ForeignKey("team.id", ondelete="SET NULL"))
    kind: Mapped[int] = mapped_column()
    __table_args__ = (
        Index("one_unassigned", func.coalesce(team_id, 0), unique=True),
        Index("desc_ix", kind.desc(), "team_id", unique=True),
    )


class Locker(Base):
    __tablename__ = "locker"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[Optional[int]] = mapped_column(ForeignKey("team.id"))
    floor: Mapped[int] = mapped_column()
    team = relationship("Team", backref="lockers")


Index("locker_pg_only", Locker.team_id, unique=True, postgresql_where=Locker.floor > 3)
Index("locker_where", Locker.floor, unique=True, sqlite_where=Locker.team_id.is_(None))
