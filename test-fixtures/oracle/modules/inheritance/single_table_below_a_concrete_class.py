"""A class shares the table of a concrete class, which has a discriminator of its own; a reference names it, not the concrete class."""

from typing import Optional
import sqlalchemy as sa
from sqlalchemy import orm


class Base(orm.DeclarativeBase):
    pass


class Elm(Base):
    __tablename__ = "elm"
    id: orm.Mapped[int] = orm.mapped_column(sa.Integer, primary_key=True)


class Hazel(Elm):
    __tablename__ = "hazel"
    id: orm.Mapped[int] = orm.mapped_column(sa.Integer, primary_key=True)
    kind: orm.Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "hazel", "concrete": True}


class Amber(Base):
    __tablename__ = "amber"
    id: orm.Mapped[int] = orm.mapped_column(sa.Integer, primary_key=True)
    ginkgo_id: orm.Mapped[Optional[int]] = orm.mapped_column(sa.ForeignKey("hazel.id"))
    ginkgo: orm.Mapped[Optional["Ginkgo"]] = orm.relationship(foreign_keys="[Amber.ginkgo_id]", cascade="all, delete")


class Ginkgo(Hazel):
    __mapper_args__ = {"polymorphic_identity": "ginkgo"}
