"""A union is a key of the type_annotation_map, in whatever order and notation its types are written."""

from typing import Any, Optional, Union

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Scalar = Union[float, str, bool]
Rows = list[int] | list[str]


class Base(DeclarativeBase):
    type_annotation_map = {
        Rows: Text(),
        Scalar: JSON,
        Union[int, str, None]: String(40),
        dict[str, Any]: JSON,
    }


class Setting(Base):
    __tablename__ = "setting"

    id: Mapped[int] = mapped_column(primary_key=True)
    rows: Mapped[list[str] | list[int]]
    value: Mapped[Scalar]
    fallback: Mapped[Scalar | None]
    old: Mapped[Optional[Union[bool, float, str]]]
    mixed: Mapped[Optional[str | bool | float]]
    number: Mapped[str | int]
    extra: Mapped[dict[str, Any]]
    other: Mapped[int | None]
    plain: Mapped[str] = mapped_column(String(20).evaluates_none(), nullable=True)
    body: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True).evaluates_none())
