from datetime import datetime
from typing import List, Optional
import enum
from sqlalchemy import Enum, DateTime, ForeignKey, Index, UniqueConstraint, func, text, String, Boolean, Integer, and_, literal_column, desc
from sqlmodel import SQLModel, Field, Relationship


class Status(str, enum.Enum):
    OPEN = "open"
    DONE = "done"


class Patient(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    mrn: str
    deleted_at: Optional[datetime] = None
    bookings: List["Booking"] = Relationship(back_populates="patient", cascade_delete=True)
    devices: List["Device"] = Relationship(back_populates="patient")
    __table_args__ = (Index("uq_mrn", "mrn", unique=True, sqlite_where=text("deleted_at IS NULL")),)


class Booking(SQLModel, table=True):
    __tablename__ = "bookings"
    id: Optional[int] = Field(default=None, primary_key=True)
    patient_id: int = Field(foreign_key="patient.id")
    doctor: str
    status: Status
    cancelled: bool = False
    patient: Optional[Patient] = Relationship(back_populates="bookings")
    __table_args__ = (
        Index("uq_one_open", "patient_id", unique=True, sqlite_where=text("status = 'OPEN'")),
        Index("uq_slot", func.lower(text("doctor")), "patient_id", unique=True),
        Index("uq_doc", text("substr(doctor, 1, 8)"), unique=True, sqlite_where=text("NOT cancelled")),
    )


class Device(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    patient_id: Optional[int] = Field(default=None, foreign_key="patient.id", ondelete="SET NULL")
    serial: str
    is_main: bool
    patient: Optional[Patient] = Relationship(back_populates="devices", sa_relationship_kwargs={"lazy": "selectin"})


Index("uq_main", Device.patient_id, unique=True, sqlite_where=Device.is_main.is_(True))
Index("uq_serial", func.upper(Device.serial), unique=True)
Index("uq_flag", Device.serial, unique=True, sqlite_where=Device.is_main)
Index("uq_unassigned", Device.is_main, unique=True, sqlite_where=text("patient_id IS NULL"))
