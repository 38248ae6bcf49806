"""Aliases that carry columns."""

from typing import Annotated, Optional

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


key = Annotated[int, mapped_column(primary_key=True)]
name = Annotated[str, mapped_column(String(40), index=True)]
code = Annotated[Optional[str], mapped_column(unique=True)]


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[key]
    label: Mapped[name]
    nick: Mapped[Optional[name]]
    mark: Mapped[code]
