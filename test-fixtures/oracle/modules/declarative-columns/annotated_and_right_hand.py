"""A foreign key in the alias and one on the right: both stay."""

from typing import Annotated

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


team_key = Annotated[int, mapped_column(ForeignKey("team.id"))]


class Team(Base):
    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)


class Hero(Base):
    __tablename__ = "hero"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[team_key] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
