"""How a relationship loads decides whether its rows count as loaded."""

from collections.abc import Iterator
from itertools import product

from cases.case import PASSIVE, PRIMARY_KEY, Case, allowed, children, ids, key, many, model, module, named, relation

LAZY = (
    "select",
    "joined",
    "selectin",
    "subquery",
    "immediate",
    "raise",
    "raise_on_sql",
    "noload",
    "dynamic",
    "write_only",
)


def lazy_cases() -> Iterator[Case]:
    for lazy, cascade, passive, ondelete, nullable in product(
        LAZY, (None, "all, delete-orphan"), PASSIVE, (None, "CASCADE", "SET NULL"), (True, False)
    ):
        if not allowed(cascade, passive):
            continue
        name = named(lazy=lazy, cascade=cascade, passive=passive, ondelete=ondelete, nullable=nullable)
        rows = {"parent": ids(2), "child": children()}
        yield Case(name, models(lazy, cascade, passive, ondelete, nullable), "Parent", rows, {"id": 1})


def models(lazy: str, cascade: str | None, passive: bool | str, ondelete: str | None, nullable: bool) -> str:
    mapped = {"dynamic": "DynamicMapped", "write_only": "WriteOnlyMapped"}.get(lazy, "Mapped")
    collection = relation(
        "children",
        many("Child") if mapped == "Mapped" else '"Child"',
        mapped=mapped,
        lazy=lazy if mapped == "Mapped" else None,
        cascade=cascade,
        passive_deletes=passive,
    )
    column = key("parent_id", "parent.id", nullable=nullable, ondelete=ondelete)
    return module(model("Parent", PRIMARY_KEY, collection), model("Child", PRIMARY_KEY, column))
