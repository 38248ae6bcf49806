"""Enumerations by name, by value, from a Literal; JSON by annotation."""

import enum
from typing import Any, Literal, Optional, get_args

from sqlalchemy import ARRAY, JSON, Enum, ForeignKey, Integer, String
from sqlalchemy.dialects.postgresql import JSONB, UUID as PGUUID, INET, ARRAY as PGARRAY
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

Status = Literal["open", "closed", "waiting"]


class Priority(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Kind(str, enum.Enum):
    BUG = "bug"
    TASK = "task"


class Base(DeclarativeBase):
    type_annotation_map = {dict[str, Any]: JSON, list[str]: JSON}


class Ticket(Base):
    __tablename__ = "ticket"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[Status] = mapped_column(Enum(*get_args(Status), name="status"))
    state: Mapped[Literal["a", "bbb"]]
    other: Mapped[Optional[Status]]
    priority: Mapped[Priority]
    kind: Mapped[Kind] = mapped_column(Enum(Kind, values_callable=lambda e: [m.value for m in e], native_enum=False, length=20))
    tags: Mapped[list[str]]
    data: Mapped[dict[str, Any]]
    maybe: Mapped[Optional[dict[str, Any]]]
    mutable: Mapped[dict] = mapped_column(MutableDict.as_mutable(JSON), default=dict)
    items: Mapped[list] = mapped_column(MutableList.as_mutable(JSON), server_default="[]")
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("ticket.id"))
    children: Mapped[list["Ticket"]] = relationship("Ticket")
