"""A reference without a schema names a table in the schema of the metadata."""

from sqlalchemy import BLANK_SCHEMA, Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    metadata = MetaData(schema="tenant", info={"x": 1})


class Public(Base):
    __tablename__ = "public"
    __table_args__ = {"schema": BLANK_SCHEMA}
    id: Mapped[int] = mapped_column(primary_key=True, info={"a": 1}, comment="c", doc="d")


class Private(Base):
    __tablename__ = "private"
    __table_args__ = {"schema": "per_tenant", "info": {"skip": True}, "prefixes": [], "implicit_returning": True}
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[int] = mapped_column(ForeignKey("public.id"))


class Plain(Base):
    __tablename__ = "plain"
    id: Mapped[int] = mapped_column(primary_key=True)
    private_id: Mapped[int] = mapped_column(ForeignKey("per_tenant.private.id", ondelete="CASCADE"))
    private: Mapped[Private] = relationship(backref="plains")
    up_id: Mapped[int | None] = mapped_column(ForeignKey("tenant.plain.id"))


