"""Two subclasses share a column."""

from typing import Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind"}


class Book(Item):
    owner_id: Mapped[Optional[int]] = mapped_column(ForeignKey("owner.id"), use_existing_column=True)
    __mapper_args__ = {"polymorphic_identity": "book"}


class Film(Item):
    owner_id: Mapped[Optional[int]] = mapped_column(ForeignKey("owner.id"), use_existing_column=True)
    __mapper_args__ = {"polymorphic_identity": "film"}


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
