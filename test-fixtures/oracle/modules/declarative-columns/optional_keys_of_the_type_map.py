"""A key of the type_annotation_map with None beside it counts as the type alone, and a later one replaces it."""

import typing

from sqlalchemy import BigInteger, Numeric, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    type_annotation_map = {
        typing.Optional[str]: Text,
        str: String(7),
        int | None: BigInteger,
        typing.Union[None, float]: Numeric(3, 1),
    }


class Beam(Base):
    __tablename__ = "beam"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    mark: Mapped[typing.Optional[str]]
    width: Mapped[float]
    height: Mapped[float | None]
