"""One recorded situation, and the few words that Python source for it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Rows = dict[str, list[dict[str, Any]]]

HEADER = """\
from typing import List, Optional

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, String, Table, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, WriteOnlyMapped, backref, mapped_column, relationship


class Base(DeclarativeBase):
    pass
"""

CASCADES: tuple[str | None, ...] = (None, "all, delete", "all, delete-orphan")
PASSIVE: tuple[bool | str, ...] = (False, True, "all")
ACTIONS: tuple[str | None, ...] = (None, "CASCADE", "SET NULL", "RESTRICT", "NO ACTION", "SET DEFAULT")
MAIN_ACTIONS: tuple[str | None, ...] = (None, "CASCADE", "SET NULL", "RESTRICT")


@dataclass(frozen=True)
class Case:
    """`name` tells the parameters apart; `model` is the class of the victim; `foreign_keys` is SQLite's pragma."""

    name: str
    source: str
    model: str
    rows: Rows
    victim: dict[str, Any]
    foreign_keys: bool = True


def allowed(cascade: str | None, passive: bool | str) -> bool:
    """False for the combination that SQLAlchemy refuses: passive_deletes="all" with a delete cascade."""
    return not (passive == "all" and cascade is not None and "delete" in cascade)


def named(**parameters: Any) -> str:
    """The parameters as one line of text."""
    return " ".join(f"{key}={value}" for key, value in parameters.items())


def module(*classes: str) -> str:
    """A whole module: imports, the declarative base, the classes."""
    return "\n\n".join([HEADER, *classes])


def model(name: str, *lines: str, base: str = "Base", table: str | None = None) -> str:
    """One mapped class; `table` defaults to the lower-case class name, "" leaves it out."""
    tablename = name.lower() if table is None else table
    body = [f'__tablename__ = "{tablename}"', *lines] if tablename else list(lines)
    return "\n".join([f"class {name}({base}):", *(f"    {line}" for line in body), ""])


PRIMARY_KEY = "id: Mapped[int] = mapped_column(primary_key=True)"


def key(
    name: str,
    target: str,
    *,
    nullable: bool = True,
    ondelete: str | None = None,
    options: str = "",
    primary_key: bool = False,
    server_default: str | None = None,
    unique: bool = False,
) -> str:
    """An integer foreign key column. `options` goes into the ForeignKey call."""
    reference = call("ForeignKey", repr(target), ondelete=ondelete, extra=options)
    column = call(
        "mapped_column",
        reference,
        primary_key=primary_key or None,
        server_default=server_default,
        unique=unique or None,
    )
    annotation = "Optional[int]" if nullable and not primary_key else "int"
    return f"{name}: Mapped[{annotation}] = {column}"


def relation(name: str, annotation: str, *, mapped: str = "Mapped", extra: str = "", **options: Any) -> str:
    """A relationship; options that are None or False are left out, `extra` is copied as it stands."""
    return f"{name}: {mapped}[{annotation}] = {call('relationship', extra=extra, **options)}"


def many(target: str) -> str:
    return f'List["{target}"]'


def one(target: str) -> str:
    return f'Optional["{target}"]'


def call(function: str, *arguments: str, extra: str = "", **keywords: Any) -> str:
    """Source text of a call; keywords that are None or False are left out."""
    parts = [*arguments, *([extra] if extra else [])]
    parts += [f"{name}={text(value)}" for name, value in keywords.items() if value is not None and value is not False]
    return f"{function}({', '.join(parts)})"


def text(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def ids(count: int) -> list[dict[str, Any]]:
    """Rows that consist of a primary key: 1, 2, …"""
    return [{"id": number} for number in range(1, count + 1)]


def children(name: str = "parent_id", parents: tuple[int | None, ...] = (1, 1, 2)) -> list[dict[str, Any]]:
    """Rows 1, 2, … that reference the given parents: by default two of parent 1 and one control of parent 2."""
    return [{"id": number, name: parent} for number, parent in enumerate(parents, start=1)]
