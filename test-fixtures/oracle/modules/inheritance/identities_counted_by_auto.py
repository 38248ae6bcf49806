"""Members of an enumeration may get their values from auto(): the next number, or their own name in lower case."""

import enum

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Level(enum.IntEnum):
    LOW = enum.auto()
    HIGH = 7
    TOP = enum.auto()


class Kind(enum.StrEnum):
    PERSON = enum.auto()
    COMPANY = enum.auto()


class State(enum.Enum):
    NEW = enum.auto()
    FINISHED = enum.auto()


class Base(DeclarativeBase):
    pass


class Party(Base):
    __tablename__ = Kind.PERSON + "s"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(int("20")), server_default=Kind.PERSON)
    state: Mapped[State]
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": Kind.PERSON.value}


class Company(Party):
    __mapper_args__ = {"polymorphic_identity": Kind.COMPANY.value}


class Ticket(Base):
    __tablename__ = "ticket"
    id: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[int] = mapped_column()
    __mapper_args__ = {"polymorphic_on": level, "polymorphic_identity": int(Level.LOW)}


class Urgent(Ticket):
    __mapper_args__ = {"polymorphic_identity": Level.TOP.value}
