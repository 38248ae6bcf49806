"""A class that shares rows with a concrete one has the version column of that one's base too, which neither maps."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Paper(Base):
    __tablename__ = "paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": revision}


class Contract(Paper):
    __tablename__ = "contract"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]

    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "contract", "concrete": True}


class Lease(Contract):
    __tablename__ = "lease"

    id: Mapped[int] = mapped_column(ForeignKey("contract.id"), primary_key=True)

    __mapper_args__ = {"polymorphic_identity": "lease"}


class Loan(Contract):
    __mapper_args__ = {"polymorphic_identity": "loan"}
