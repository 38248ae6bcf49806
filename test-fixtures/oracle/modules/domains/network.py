from typing import Any, Dict, List, Optional
import json, uuid, datetime, ipaddress
from sqlalchemy import ForeignKey, String, TypeDecorator, Integer, LargeBinary, DateTime, JSON, PickleType, Numeric, Interval, Time, Date, Uuid, Text
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Guid(TypeDecorator):
    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else value.hex

    def process_result_value(self, value, dialect):
        return None if value is None else uuid.UUID(value)


class Utc(TypeDecorator):
    impl = DateTime
    cache_ok = True

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=datetime.timezone.utc)


class Ip(TypeDecorator):
    impl = Integer
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value and int(value)

    def process_result_value(self, value, dialect):
        return value and ipaddress.ip_address(value)


class Base(DeclarativeBase):
    type_annotation_map = {uuid.UUID: Guid, dict[str, Any]: JSON, list[str]: JSON}


class Host(Base):
    __tablename__ = "host"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    ip: Mapped[Any] = mapped_column(Ip, unique=True)
    seen: Mapped[datetime.datetime] = mapped_column(Utc)
    facts: Mapped[dict[str, Any]] = mapped_column(MutableDict.as_mutable(JSON))
    tags: Mapped[list[str]]
    interfaces: Mapped[List["Interface"]] = relationship(back_populates="host", cascade="all, delete-orphan")
    routes: Mapped[List["Route"]] = relationship(back_populates="host")


class Interface(Base):
    __tablename__ = "interface"
    host_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("host.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    mac: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    host: Mapped["Host"] = relationship(back_populates="interfaces")
    routes: Mapped[List["Route"]] = relationship(back_populates="via", overlaps="routes,host")


from sqlalchemy import ForeignKeyConstraint


class Route(Base):
    __tablename__ = "route"
    id: Mapped[int] = mapped_column(primary_key=True)
    host_id: Mapped[Optional[uuid.UUID]] = mapped_column(ForeignKey("host.id"))
    ifname: Mapped[Optional[str]]
    cost: Mapped[Optional[float]] = mapped_column(Numeric(5, 2))
    until: Mapped[Optional[datetime.timedelta]]
    host: Mapped[Optional["Host"]] = relationship(back_populates="routes", overlaps="via")
    via: Mapped[Optional["Interface"]] = relationship(back_populates="routes", overlaps="host,routes")
    __table_args__ = (ForeignKeyConstraint(["host_id", "ifname"], ["interface.host_id", "interface.name"], ondelete="SET NULL"),)
