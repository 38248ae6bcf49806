"""`polymorphic_on` names a `declared_attr` of the mixin, in whose body it is still a function."""

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Kinds:
    @declared_attr
    def kind(cls) -> Mapped[str]:
        return mapped_column(String(20))

    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "any"}


class Animal(Kinds, Base):
    __tablename__ = "animal"

    id: Mapped[int] = mapped_column(primary_key=True)


class Dog(Animal):
    __mapper_args__ = {"polymorphic_identity": "dog"}
