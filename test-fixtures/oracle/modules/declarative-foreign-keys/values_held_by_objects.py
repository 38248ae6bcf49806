"""Options that a named tuple, a dataclass or a namespace holds, or that are read by name."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from types import SimpleNamespace
from typing import NamedTuple

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Options(NamedTuple):
    cascade: str = "save-update, merge"
    passive_deletes: bool = False


@dataclass(frozen=True)
class Loading:
    lazy: str
    viewonly: bool = False


class Cascade(StrEnum):
    ALL = "all"
    ORPHAN = "delete-orphan"

    @classmethod
    def owned(cls) -> str:
        return ", ".join((cls.ALL, cls.ORPHAN))


class Actions:
    STRONG = "CASCADE"


OWNED = Options("all, delete", passive_deletes=True)
WEAK = Options()
EAGER = Loading("selectin")
KEYS = SimpleNamespace(weak="SET NULL", strong=getattr(Actions, "STRONG"))


class Base(DeclarativeBase):
    pass


class Orchard(Base):
    __tablename__ = "orchard"
    id: Mapped[int] = mapped_column(primary_key=True)
    trees: Mapped[list["Tree"]] = relationship(back_populates="orchard", **OWNED._asdict())
    hives: Mapped[list["Hive"]] = relationship(cascade=WEAK.cascade, **asdict(EAGER))
    gates: Mapped[list["Gate"]] = relationship(cascade=Cascade.owned())


class Tree(Base):
    __tablename__ = "tree"
    id: Mapped[int] = mapped_column(primary_key=True)
    orchard_id: Mapped[int] = mapped_column(ForeignKey("orchard.id", ondelete=KEYS.strong))
    orchard: Mapped[Orchard] = relationship(back_populates="trees", lazy=EAGER.lazy)


class Hive(Base):
    __tablename__ = "hive"
    id: Mapped[int] = mapped_column(primary_key=True)
    orchard_id: Mapped[int | None] = mapped_column(ForeignKey("orchard.id", ondelete=vars(KEYS)["weak"]))


class Gate(Base):
    __tablename__ = "gate"
    id: Mapped[int] = mapped_column(primary_key=True)
    orchard_id: Mapped[int] = mapped_column(ForeignKey("orchard.id"))
