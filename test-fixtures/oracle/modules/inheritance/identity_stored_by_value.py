"""An enum type that stores values stores those of the identities."""

import enum

from sqlalchemy import Enum
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Kind(enum.Enum):
    PLAIN = "plain"
    FANCY = "fancy"


class Base(DeclarativeBase):
    pass


class Hat(Base):
    __tablename__ = "hat"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(Enum(Kind, values_callable=lambda kinds: [each.value for each in kinds]))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": Kind.PLAIN}


class FancyHat(Hat):
    __mapper_args__ = {"polymorphic_identity": Kind.FANCY}
