from datetime import date, datetime, time
from enum import IntEnum, Enum
from typing import List, Optional
from uuid import UUID, uuid4
from sqlalchemy import CheckConstraint, Column, Enum as SAEnum, ForeignKey, Index, String, UniqueConstraint, and_, text
from sqlalchemy.orm import backref, foreign, remote
from sqlmodel import Field, Relationship, SQLModel


class Triage(IntEnum):
    LOW = 1
    HIGH = 2


class AuditBase(SQLModel):
    created_by: Optional[int] = Field(default=None, foreign_key="staff.id", ondelete="SET NULL")
    version: int = 1


class DoctorSpecialty(SQLModel, table=True):
    doctor_id: int = Field(foreign_key="doctor.staff_id", primary_key=True, ondelete="CASCADE")
    specialty_id: int = Field(foreign_key="specialty.id", primary_key=True, ondelete="CASCADE")
    since: Optional[date] = None


class Department(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    head_id: Optional[int] = Field(default=None, foreign_key="doctor.staff_id", ondelete="SET NULL")
    staff: List["Staff"] = Relationship(back_populates="department")
    head: Optional["Doctor"] = Relationship(sa_relationship_kwargs={"foreign_keys": "Department.head_id", "post_update": True})
    rooms: List["Room"] = Relationship(back_populates="department", cascade_delete=True, passive_deletes=True)


class Staff(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    badge: str = Field(max_length=6, index=True, unique=True)
    department_id: int = Field(foreign_key="department.id")
    department: Department = Relationship(back_populates="staff", sa_relationship_kwargs={"foreign_keys": "Staff.department_id"})
    doctor: Optional["Doctor"] = Relationship(back_populates="staff", sa_relationship_kwargs={"uselist": False, "cascade": "all, delete-orphan"})


class Specialty(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    title: str
    doctors: List["Doctor"] = Relationship(back_populates="specialties", link_model=DoctorSpecialty)


class Doctor(SQLModel, table=True):
    staff_id: int = Field(foreign_key="staff.id", primary_key=True)
    licence: UUID = Field(default_factory=uuid4, unique=True)
    staff: Staff = Relationship(back_populates="doctor")
    specialties: List[Specialty] = Relationship(back_populates="doctors", link_model=DoctorSpecialty)
    visits: List["Visit"] = Relationship(back_populates="doctor", passive_deletes="all")
    supervisor_id: Optional[int] = Field(default=None, foreign_key="doctor.staff_id")
    supervisor: Optional["Doctor"] = Relationship(sa_relationship_kwargs={"remote_side": "Doctor.staff_id"})


class Room(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("department_id", "number"),)
    id: Optional[int] = Field(default=None, primary_key=True)
    department_id: int = Field(foreign_key="department.id", ondelete="CASCADE")
    number: int
    opens: time
    department: Department = Relationship(back_populates="rooms")
    visits: List["Visit"] = Relationship(back_populates="room", sa_relationship_kwargs={"lazy": "dynamic"})


class Patient(AuditBase, table=True):
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    nhs: str = Field(sa_column=Column("nhs_number", String(10), unique=True, nullable=False))
    born: date
    visits: List["Visit"] = Relationship(back_populates="patient", cascade_delete=True)
    allergies: List["Allergy"] = Relationship(back_populates="patient", passive_deletes=True)
    open_visits: List["Visit"] = Relationship(sa_relationship_kwargs={"primaryjoin": "and_(Patient.id == Visit.patient_id, Visit.closed == False)", "viewonly": True, "lazy": "selectin"})


class Allergy(SQLModel, table=True):
    patient_id: UUID = Field(foreign_key="patient.id", primary_key=True, ondelete="CASCADE")
    agent: str = Field(primary_key=True)
    patient: Patient = Relationship(back_populates="allergies")


class Visit(AuditBase, table=True):
    __table_args__ = (Index("one_open", "patient_id", unique=True, sqlite_where=text("closed = 0")), CheckConstraint("ended IS NULL OR ended >= began"))
    id: Optional[int] = Field(default=None, primary_key=True)
    patient_id: UUID = Field(foreign_key="patient.id")
    doctor_id: Optional[int] = Field(default=None, foreign_key="doctor.staff_id", ondelete="RESTRICT")
    room_id: Optional[int] = Field(default=None, foreign_key="room.id")
    began: datetime
    ended: Optional[datetime] = None
    closed: bool = False
    triage: Triage
    patient: Patient = Relationship(back_populates="visits")
    doctor: Optional[Doctor] = Relationship(back_populates="visits")
    room: Optional[Room] = Relationship(back_populates="visits")
    follow_up_of_id: Optional[int] = Field(default=None, foreign_key="visit.id")
    follow_ups: List["Visit"] = Relationship(sa_relationship_kwargs={"cascade": "all"})
