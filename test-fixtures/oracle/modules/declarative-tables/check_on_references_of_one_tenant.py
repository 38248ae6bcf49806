from typing import Optional

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)


class Page(Base):
    __tablename__ = "page"
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "parent_id"], ["page.tenant", "page.id"]),
        ForeignKeyConstraint(["tenant", "draft_id"], ["page.tenant", "page.id"]),
        CheckConstraint("(parent_id IS NULL) <> (draft_id IS NULL)"),
    )
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]]
    owner_id: Mapped[Optional[int]] = mapped_column(ForeignKey("owner.id"))
    draft_id: Mapped[Optional[int]]
