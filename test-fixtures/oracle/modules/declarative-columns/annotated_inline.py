"""The column written inside the annotation."""

from typing import Annotated

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Team(Base):
    __tablename__ = "team"
    id: Mapped[Annotated[int, mapped_column(primary_key=True)]]


class Hero(Base):
    __tablename__ = "hero"
    team_id: Mapped[Annotated[int, mapped_column(ForeignKey("team.id"), primary_key=True)]]
