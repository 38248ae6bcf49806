"""One column in two foreign keys."""

from typing import Optional

from sqlalchemy import ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Tenant(Base):
    __tablename__ = "tenant"
    id: Mapped[int] = mapped_column(primary_key=True)


class Project(Base):
    __tablename__ = "project"
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[Tenant] = relationship()


class Task(Base):
    __tablename__ = "task"
    __table_args__ = (ForeignKeyConstraint(["tenant_id", "project_id"], ["project.tenant_id", "project.id"]),)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[Optional[int]]
    tenant: Mapped[Tenant] = relationship(overlaps="project")
    project: Mapped[Optional[Project]] = relationship(overlaps="tenant")
