"""An annotation that a class repeats without a value leaves the column that of the mixin, in the mixin's place."""

from typing import Optional

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Named:
    name: Mapped[Optional[str]] = mapped_column(String(10))
    note: Mapped[Optional[str]]

    @declared_attr
    def size(cls) -> Mapped[Optional[int]]:
        return mapped_column()


class User(Named, Base):
    __tablename__ = "user"
    name: Mapped[str]
    id: Mapped[int] = mapped_column(primary_key=True)
    note: Mapped[str]
    size: Mapped[int]
    last: Mapped[str]


class Titled(Base):
    __abstract__ = True
    title: Mapped[str] = mapped_column(String(10))


class Page(Titled):
    __tablename__ = "page"
    title: Mapped[Optional[str]]
    id: Mapped[int] = mapped_column(primary_key=True)
