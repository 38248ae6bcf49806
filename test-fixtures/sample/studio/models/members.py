"""Who may book: plans, members and the badge that opens the door."""

from datetime import date
from typing import TYPE_CHECKING, Optional

from sqlmodel import Field, Relationship, SQLModel

if TYPE_CHECKING:
    from studio.models.bookings import Booking


class Plan(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    monthly_price: int

    # A plan that somebody is on stays: the ORM keeps out of it and the database refuses.
    members: list["Member"] = Relationship(back_populates="plan", passive_deletes="all")


class Member(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    email: str = Field(unique=True)
    joined_on: date = Field(default_factory=date.today)
    plan_id: int = Field(foreign_key="plan.id", ondelete="RESTRICT", index=True)

    plan: Plan = Relationship(back_populates="members")
    badge: Optional["Badge"] = Relationship(back_populates="member", cascade_delete=True, passive_deletes=True)
    bookings: list["Booking"] = Relationship(back_populates="member")


class Badge(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", unique=True)

    member: Member = Relationship(back_populates="badge")
