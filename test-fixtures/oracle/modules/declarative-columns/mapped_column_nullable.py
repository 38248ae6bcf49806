"""An explicit `nullable` wins over the annotation."""

from typing import Optional

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column(nullable=True)
    b: Mapped[Optional[int]] = mapped_column(nullable=False)
    c: Mapped[int] = mapped_column(default=None)
