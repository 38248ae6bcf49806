"""The core of everything: one parent, its children, every combination of what both sides say."""

from collections.abc import Iterator
from itertools import product

from cases.case import (
    ACTIONS,
    PASSIVE,
    PRIMARY_KEY,
    Case,
    allowed,
    children,
    ids,
    key,
    many,
    model,
    module,
    named,
    one,
    relation,
)

SHAPES = ("parent side", "both sides", "one-to-one")
CASCADES = (None, "save-update", "delete", "all, delete-orphan")


def one_to_many_cases() -> Iterator[Case]:
    combinations = product(SHAPES, CASCADES, PASSIVE, (True, False), ACTIONS, (True, False))
    for shape, cascade, passive, nullable, ondelete, pragma in combinations:
        if not allowed(cascade, passive):
            continue
        parameters = named(
            shape=shape, cascade=cascade, passive=passive, nullable=nullable, ondelete=ondelete, pragma=pragma
        )
        rows = {"parent": ids(2), "child": children(parents=(1, 2) if shape == "one-to-one" else (1, 1, 2))}
        source = models(shape, cascade, passive, nullable, ondelete)
        yield Case(parameters, source, "Parent", rows, {"id": 1}, pragma)


def models(shape: str, cascade: str | None, passive: bool | str, nullable: bool, ondelete: str | None) -> str:
    linked = shape != "parent side"
    parent = relation(
        "children",
        one("Child") if shape == "one-to-one" else many("Child"),
        cascade=cascade,
        passive_deletes=passive,
        back_populates="parent" if linked else None,
    )
    child = [PRIMARY_KEY, key("parent_id", "parent.id", nullable=nullable, ondelete=ondelete)]
    if linked:
        child.append(relation("parent", one("Parent"), back_populates="children"))
    return module(model("Parent", PRIMARY_KEY, parent), model("Child", *child))
