from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column, registry, relationship

mapper_registry = registry()

if TYPE_CHECKING:
    Base = Any
else:
    Base = mapper_registry.generate_base()
    Base.__allow_unmapped__ = True


class Run(Base):
    __tablename__ = "run"

    id: Mapped[int] = mapped_column(primary_key=True)
    cached: dict[str, int] | None = None
    tasks = relationship("Task", back_populates="run")


class Task(Base):
    __tablename__ = "task"

    id: int = Column(Integer, primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"))
    operator: str | None = None
    run = relationship(Run, back_populates="tasks")
