from typing import Any, List, Optional

from sqlalchemy import ForeignKey, LargeBinary, PickleType
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Task(Base):
    __tablename__ = "task"
    id: Mapped[int] = mapped_column(primary_key=True)
    result: Mapped[Any] = mapped_column(PickleType)
    names: Mapped[Any] = mapped_column(MutableList.as_mutable(PickleType), nullable=False)
    limits: Mapped[Any] = mapped_column(MutableDict.as_mutable(PickleType()), nullable=False)
    runs: Mapped[List["Run"]] = relationship()


class Run(Base):
    __tablename__ = "run"
    id: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    state: Mapped[Optional[Any]] = mapped_column(PickleType(), unique=True, nullable=False)
    task_id: Mapped[Optional[int]] = mapped_column(ForeignKey("task.id"))
