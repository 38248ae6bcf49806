"""Rows whose columns have types that only PostgreSQL knows."""

import datetime
import uuid

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.dialects.postgresql import (
    ARRAY,
    BYTEA,
    CIDR,
    CITEXT,
    DATERANGE,
    ENUM,
    HSTORE,
    INET,
    INTERVAL,
    JSONB,
    TSRANGE,
    UUID,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Host(Base):
    __tablename__ = "host"

    id: Mapped[uuid.UUID] = mapped_column(UUID(as_uuid=True), primary_key=True, default=uuid.uuid4)
    address: Mapped[str] = mapped_column(INET)
    network: Mapped[str | None] = mapped_column(CIDR)
    tags: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    details: Mapped[dict] = mapped_column(JSONB)
    up: Mapped[object] = mapped_column(TSRANGE)
    days: Mapped[object] = mapped_column(DATERANGE)
    labels: Mapped[dict] = mapped_column(HSTORE)
    kind: Mapped[str] = mapped_column(ENUM("virtual", "physical", name="kind"))
    lease: Mapped[datetime.timedelta] = mapped_column(INTERVAL)
    key: Mapped[bytes] = mapped_column(BYTEA)
    owner: Mapped[str] = mapped_column(CITEXT)
    services: Mapped[list["Service"]] = relationship(back_populates="host", cascade="all, delete-orphan")
    checks: Mapped[list["Check"]] = relationship()


class Service(Base):
    __tablename__ = "service"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    host_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("host.id", ondelete="CASCADE"))
    ports: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    options: Mapped[dict | None] = mapped_column(JSONB(none_as_null=True))
    host: Mapped[Host] = relationship(back_populates="services")


class Check(Base):
    __tablename__ = "check"

    id: Mapped[int] = mapped_column(primary_key=True)
    host_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("host.id", ondelete="SET NULL"))
