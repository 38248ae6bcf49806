"""Two types with the name of one enumeration: PostgreSQL gets that of the first column."""

import enum
from typing import Optional

from sqlalchemy import Enum
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class State(enum.Enum):
    NEW = "new"
    DONE = "done"


class Errand(Base):
    __tablename__ = "errand"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[State] = mapped_column(Enum(State, values_callable=lambda states: [each.value for each in states]))
    earlier: Mapped[Optional[State]]
