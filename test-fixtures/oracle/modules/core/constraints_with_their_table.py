"""Constraints outside of a table that name it themselves, and a convention that is kept as pairs."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, MetaData
from sqlalchemy.orm import Mapped, declarative_base, mapped_column

convention = (
    ("ck", "ck_%(table_name)s_%(constraint_name)s"),
    ("fk", "fk_%(table_name)s_%(column_0_name)s"),
    ["uq", "uq_%(table_name)s_%(column_0_N_name)s"],
)
Base = declarative_base(metadata=MetaData(naming_convention=dict(convention, pk="pk_%(table_name)s")))


class Depot(Base):
    __tablename__ = "depot"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)


class Tram(Base):
    __tablename__ = "tram"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    depot_id: Mapped[int | None]
    seats: Mapped[int]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "tram"}


class WorkTram(Tram):
    tool: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": "work"}


CheckConstraint("seats > 0 OR tool IS NOT NULL", name="useful", table=Tram.__table__)
ForeignKeyConstraint(["depot_id"], ["depot.id"], ondelete="SET NULL", table=Tram.__table__)
