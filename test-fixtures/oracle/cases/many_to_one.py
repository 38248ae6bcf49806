"""Deleting the child, where the side that holds the foreign key cascades."""

from collections.abc import Iterator
from itertools import product

from cases.case import MAIN_ACTIONS, PRIMARY_KEY, Case, children, ids, key, many, model, module, named, one, relation

CASCADES = (None, "all, delete", "all, delete-orphan")
REVERSES = ("none", "default", "delete", "passive delete")


def many_to_one_cases() -> Iterator[Case]:
    for cascade, passive, reverse, ondelete, nullable in product(
        CASCADES, (False, True), REVERSES, MAIN_ACTIONS, (True, False)
    ):
        name = named(cascade=cascade, passive=passive, reverse=reverse, ondelete=ondelete, nullable=nullable)
        rows = {"parent": ids(2), "child": children()}
        yield Case(name, models(cascade, passive, reverse, ondelete, nullable), "Child", rows, {"id": 1})


def models(cascade: str | None, passive: bool, reverse: str, ondelete: str | None, nullable: bool) -> str:
    parent = {
        "none": [],
        "default": [relation("children", many("Child"), back_populates="parent")],
        "delete": [relation("children", many("Child"), back_populates="parent", cascade="all, delete-orphan")],
        "passive delete": [
            relation("children", many("Child"), back_populates="parent", cascade="all", passive_deletes=True)
        ],
    }[reverse]
    child = relation(
        "parent",
        one("Parent"),
        cascade=cascade,
        passive_deletes=passive,
        single_parent=cascade == "all, delete-orphan",
        back_populates=None if reverse == "none" else "children",
    )
    column = key("parent_id", "parent.id", nullable=nullable, ondelete=ondelete)
    return module(model("Parent", PRIMARY_KEY, *parent), model("Child", PRIMARY_KEY, column, child))
