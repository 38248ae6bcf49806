"""A constraint or an index made for a table that the metadata is asked for by its name."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Kiln(Base):
    __tablename__ = "kiln"

    id: Mapped[int] = mapped_column(primary_key=True)


class Brick(Base):
    __tablename__ = "brick"

    id: Mapped[int] = mapped_column(primary_key=True)
    kiln: Mapped[int]
    batch: Mapped[int]


Base.metadata.tables["brick"].append_constraint(
    ForeignKeyConstraint(["kiln"], ["kiln.id"], ondelete="CASCADE", name="brick_kiln")
)
Brick.metadata.tables["brick"].append_constraint(CheckConstraint("batch > 0", name="brick_batch"))
Index("ix_brick_batch", Base.metadata.tables["brick"].c.batch)
UniqueConstraint(Base.metadata.tables["brick"].c.kiln, Base.metadata.tables["brick"].c.batch)
