"""A template that asks for the name that is given makes the constraint's name of it; any other leaves it alone."""

from typing import Optional

from sqlalchemy import CheckConstraint, ForeignKey, Index, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Asking(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "uq": "uq_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(constraint_name)s_%(referred_table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )


class Plain(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(column_0_label)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s",
        }
    )


class Shelf(Asking):
    __tablename__ = "shelf"
    __table_args__ = (
        UniqueConstraint("row", name="one_row"),
        Index("by_row", "row"),
        CheckConstraint("row > 0", name="row_given"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    row: Mapped[int]
    above_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shelf.id", name="above"))


class Box(Plain):
    __tablename__ = "box"
    __table_args__ = (
        UniqueConstraint("row", name="one_row"),
        UniqueConstraint("row", "above_id"),
        Index("by_row", "row"),
        CheckConstraint("row > 0", name="row_given"),
        CheckConstraint("row < 100"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    row: Mapped[int]
    above_id: Mapped[Optional[int]] = mapped_column(ForeignKey("box.id", name="above"))
