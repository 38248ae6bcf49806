"""A member of an enumeration of strings is stored as the string, in a column of an enum type by its name."""

import enum

from sqlalchemy import Enum
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Kind(str, enum.Enum):
    DOG = "dog"
    CAT = "cat"


class Base(DeclarativeBase):
    pass


class Animal(Base):
    __tablename__ = "animal"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_abstract": True}


class Dog(Animal):
    __mapper_args__ = {"polymorphic_identity": Kind.DOG}


class Toy(Base):
    __tablename__ = "toy"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(Enum(Kind))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": Kind.DOG}


class CatToy(Toy):
    __mapper_args__ = {"polymorphic_identity": Kind.CAT}
