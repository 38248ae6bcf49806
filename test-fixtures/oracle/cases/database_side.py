"""No relationship that could act: the database's rule alone, its defaults, deferred checks and chains of rules."""

from collections.abc import Iterator
from itertools import product

from cases.case import (
    ACTIONS,
    MAIN_ACTIONS,
    PRIMARY_KEY,
    Case,
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

LOOKS = {
    "nothing": ([], []),
    "child side only": ([], [relation("parent", one("Parent"))]),
    "viewonly": ([relation("children", many("Child"), viewonly=True)], []),
}
DEFERRABLE = ("", 'deferrable=True, initially="DEFERRED"', 'deferrable=True, initially="IMMEDIATE"')
CHAIN_ACTIONS = (None, "CASCADE", "SET NULL", "RESTRICT", "SET DEFAULT")


def database_side_cases() -> Iterator[Case]:
    yield from rule_cases()
    yield from deferrable_cases()
    yield from chain_cases()
    yield from diamond_cases()


def rule_cases() -> Iterator[Case]:
    defaults = (None, "2", "9")
    for look, ondelete, nullable, default, pragma in product(LOOKS, ACTIONS, (True, False), defaults, (True, False)):
        if default is not None and ondelete != "SET DEFAULT":
            continue
        parent, child = LOOKS[look]
        column = key("parent_id", "parent.id", nullable=nullable, ondelete=ondelete, server_default=default)
        source = module(model("Parent", PRIMARY_KEY, *parent), model("Child", PRIMARY_KEY, column, *child))
        name = named(look=look, ondelete=ondelete, nullable=nullable, default=default, pragma=pragma)
        yield Case(name, source, "Parent", {"parent": ids(2), "child": children()}, {"id": 1}, pragma)


def deferrable_cases() -> Iterator[Case]:
    for deferrable, ondelete, related in product(DEFERRABLE, ACTIONS, (True, False)):
        column = key("parent_id", "parent.id", ondelete=ondelete, options=deferrable)
        parent = [relation("children", many("Child"), passive_deletes="all")] if related else []
        source = module(model("Parent", PRIMARY_KEY, *parent), model("Child", PRIMARY_KEY, column))
        name = named(deferrable=deferrable or "no", ondelete=ondelete, related=related)
        yield Case(name, source, "Parent", {"parent": ids(2), "child": children()}, {"id": 1})


def chain_cases() -> Iterator[Case]:
    """Grandparent, parent, child without relationships."""
    for first, second, nullable in product(CHAIN_ACTIONS, CHAIN_ACTIONS, (True, False)):
        source = module(
            model("Top", PRIMARY_KEY),
            model("Middle", PRIMARY_KEY, key("top_id", "top.id", nullable=nullable, ondelete=first)),
            model("Bottom", PRIMARY_KEY, key("middle_id", "middle.id", nullable=nullable, ondelete=second)),
        )
        rows = {"top": ids(2), "middle": children("top_id"), "bottom": children("middle_id", (1, 2, 3))}
        yield Case(named(chain=first, then=second, nullable=nullable), source, "Top", rows, {"id": 1})


def diamond_cases() -> Iterator[Case]:
    """A row reached on two ways at once: directly and through a sibling."""
    for left, right, across, early in product(("CASCADE", "SET NULL"), MAIN_ACTIONS, MAIN_ACTIONS, (True, False)):
        middle = model("Middle", PRIMARY_KEY, key("top_id", "top.id", ondelete=left))
        bottom = model(
            "Bottom",
            PRIMARY_KEY,
            key("top_id", "top.id", ondelete=right),
            key("middle_id", "middle.id", ondelete=across),
        )
        source = module(model("Top", PRIMARY_KEY), *([bottom, middle] if early else [middle, bottom]))
        bottoms = [{"id": 1, "top_id": 1, "middle_id": 1}, {"id": 2, "top_id": 2, "middle_id": 3}]
        rows = {"top": ids(2), "middle": children("top_id"), "bottom": bottoms}
        name = named(diamond=left, right=right, across=across, bottom_first=early)
        yield Case(name, source, "Top", rows, {"id": 1})
