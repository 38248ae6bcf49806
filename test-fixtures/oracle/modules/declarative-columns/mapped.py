"""`Mapped` decides nullability."""

from typing import Optional, Union

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]
    b: Mapped[Optional[int]]
    c: Mapped[int | None]
    d: Mapped["int | None"]
    e: Mapped["Optional[int]"]
    f: Mapped[Union[None, int]]
    g: "Mapped[Optional[int]]"
