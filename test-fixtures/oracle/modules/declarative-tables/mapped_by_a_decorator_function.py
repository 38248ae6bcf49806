"""`mapped_as_dataclass(registry)` maps a class as the method of the registry does; a mixin is a dataclass of its own."""

from dataclasses import dataclass
from typing import Optional

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_as_dataclass, mapped_column, registry, relationship

models = registry()


@dataclass(kw_only=True)
class Named:
    name: Mapped[str] = mapped_column(String(30), unique=True)


@mapped_as_dataclass(models)
class Team(Named):
    __tablename__ = "team"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    heroes: Mapped[list["Hero"]] = relationship(back_populates="team", default_factory=list, cascade="all, delete-orphan")


@mapped_as_dataclass(models, kw_only=True, repr=False)
class Hero:
    __tablename__ = "hero"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    team_id: Mapped[Optional[int]] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), init=False)
    team: Mapped[Optional[Team]] = relationship(back_populates="heroes", default=None)
