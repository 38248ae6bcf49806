"""Names by convention for every kind of constraint and index."""

from typing import Optional

from sqlalchemy import CheckConstraint, ForeignKey, Index, MetaData, String, UniqueConstraint, func, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=convention)


class Tenant(Base):
    __tablename__ = "tenant"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(50), unique=True)
    name: Mapped[str] = mapped_column(index=True)
    members: Mapped[list["Member"]] = relationship(back_populates="tenant", cascade="all, delete-orphan", passive_deletes=True)


class Member(Base):
    __tablename__ = "member"
    __table_args__ = (
        UniqueConstraint("tenant_id", "email"),
        UniqueConstraint("tenant_id", "handle", name="one_handle"),
        CheckConstraint("length(email) > 3", name="email_length"),
        Index(None, "tenant_id", "email"),
        Index("ix_member_lower", func.lower("email")),
        Index("ix_member_partial", "email", unique=True, sqlite_where=text("active = 1")),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    email: Mapped[str] = mapped_column(String(200))
    handle: Mapped[Optional[str]]
    active: Mapped[bool] = mapped_column(default=True, index=True)
    invited_by_id: Mapped[Optional[int]] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    tenant: Mapped["Tenant"] = relationship(back_populates="members")
    invited_by: Mapped[Optional["Member"]] = relationship(remote_side=[id], back_populates="invited")
    invited: Mapped[list["Member"]] = relationship(back_populates="invited_by")
