"""Arguments made by a method."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Seat(Base):
    __tablename__ = "seat"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]

    @declared_attr.directive
    def __table_args__(cls):
        return (UniqueConstraint("number"), {"schema": "hall"})
