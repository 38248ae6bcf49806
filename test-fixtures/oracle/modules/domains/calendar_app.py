from datetime import date, datetime, timedelta
from typing import ClassVar, List, Optional
from uuid import UUID, uuid4
from pydantic import EmailStr, computed_field, field_validator
from sqlalchemy import Column, ForeignKey, Interval, JSON, CheckConstraint, String, Table, event, DateTime, Text
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, Relationship, SQLModel


class Keyed(SQLModel):
    id: UUID = Field(default_factory=uuid4, primary_key=True)


class Stamped(SQLModel):
    created_at: datetime = Field(default_factory=datetime.utcnow, sa_type=DateTime)
    deleted: bool = Field(default=False, index=True)


class Account(Keyed, Stamped, table=True):
    __tablename__ = "accounts"
    email: str = Field(unique=True, max_length=60)
    calendars: List["Calendar"] = Relationship(back_populates="owner", cascade_delete=True)
    shares: List["Share"] = Relationship(back_populates="account", sa_relationship_kwargs={"cascade": "all, delete", "lazy": "selectin"})
    invitations: List["Invitation"] = Relationship(back_populates="account")
    manager_id: Optional[UUID] = Field(default=None, foreign_key="accounts.id", ondelete="SET NULL")
    reports: List["Account"] = Relationship(back_populates="manager", passive_deletes="all")
    manager: Optional["Account"] = Relationship(back_populates="reports", sa_relationship_kwargs={"remote_side": "Account.id", "lazy": "joined"})


class Calendar(Keyed, Stamped, table=True):
    __tablename__ = "calendars"
    owner_id: UUID = Field(foreign_key="accounts.id", ondelete="CASCADE")
    owner: Account = Relationship(back_populates="calendars")
    colour: str = Field(default="red", max_length=6)
    events: List["Event"] = Relationship(back_populates="calendar", cascade_delete=True, passive_deletes=True)
    shares: List["Share"] = Relationship(back_populates="calendar", passive_deletes=True)
    prefs: dict = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class Share(SQLModel, table=True):
    __tablename__ = "shares"
    calendar_id: UUID = Field(foreign_key="calendars.id", primary_key=True, ondelete="CASCADE")
    account_id: UUID = Field(foreign_key="accounts.id", primary_key=True)
    can_write: bool = False
    calendar: Calendar = Relationship(back_populates="shares")
    account: Account = Relationship(back_populates="shares")


class Event(Keyed, table=True):
    __tablename__ = "events"
    __table_args__ = (CheckConstraint("ends_at > starts_at", name="order_of_time"),)
    calendar_id: UUID = Field(foreign_key="calendars.id", ondelete="CASCADE", index=True)
    calendar: Calendar = Relationship(back_populates="events")
    title: str
    starts_at: datetime
    ends_at: datetime
    lasts: Optional[timedelta] = Field(default=None, sa_column=Column(Interval))
    series_id: Optional[UUID] = Field(default=None, foreign_key="events.id")
    series: Optional["Event"] = Relationship(back_populates="occurrences", sa_relationship_kwargs={"remote_side": "Event.id"})
    occurrences: List["Event"] = Relationship(back_populates="series", sa_relationship_kwargs={"cascade": "all, delete-orphan", "order_by": "Event.starts_at"})
    invitations: List["Invitation"] = Relationship(back_populates="event", cascade_delete=True)
    reminders: List["Reminder"] = Relationship(cascade_delete=True)


class Invitation(SQLModel, table=True):
    __tablename__ = "invitations"
    id: Optional[int] = Field(default=None, primary_key=True)
    event_id: UUID = Field(foreign_key="events.id")
    account_id: Optional[UUID] = Field(default=None, foreign_key="accounts.id")
    address: Optional[str] = None
    event: Event = Relationship(back_populates="invitations")
    account: Optional[Account] = Relationship(back_populates="invitations")
    __table_args__ = (CheckConstraint("(account_id IS NULL) <> (address IS NULL)", name="who"),)


class Reminder(SQLModel, table=True):
    __tablename__ = "reminders"
    event_id: UUID = Field(foreign_key="events.id", primary_key=True)
    minutes: int = Field(primary_key=True, ge=0)
