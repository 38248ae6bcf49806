"""Indexes over expressions, texts and columns."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, UniqueConstraint, desc, func, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Event(Base):
    __tablename__ = "event"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column("event_name", key="nm")
    created: Mapped[int]
    owner_id: Mapped[int] = mapped_column(ForeignKey("event.id"))

    __table_args__ = (
        Index("ix_event_kind_created", kind, name.desc()),
        Index("ix_desc", desc("created")),
        Index("ix_fn", func.lower(kind)),
        Index("ix_text", text("lower(kind)")),
        Index("ix_pg", "kind", postgresql_using="gin", postgresql_ops={"kind": "gin_trgm_ops"}, postgresql_where=text("created > 1")),
        UniqueConstraint(kind, owner_id, name="uq_kind_owner"),
    )


Index("ix_after", Event.kind, Event.owner_id, unique=True)
Index("ix_after_fn", func.coalesce(Event.created, 0))
