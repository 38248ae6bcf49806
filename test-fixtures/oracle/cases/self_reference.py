"""Trees: rows that reference rows of their own table. 1 > 2 > (3, 4), and 5 beside them."""

from collections.abc import Iterator
from itertools import product

from cases.case import (
    CASCADES,
    MAIN_ACTIONS,
    PASSIVE,
    PRIMARY_KEY,
    Case,
    allowed,
    children,
    key,
    many,
    model,
    module,
    named,
    one,
    relation,
)

SHAPES = ("children", "both", "parent with remote side", "parent without remote side", "nothing")
ROWS = {"node": children(parents=(None, 1, 2, 2, None))}


def self_reference_cases() -> Iterator[Case]:
    for shape, cascade, passive, ondelete, victim in product(SHAPES, CASCADES, PASSIVE, MAIN_ACTIONS, (1, 2, 3)):
        if not allowed(cascade, passive) or (shape == "nothing" and (cascade or passive)):
            continue
        if shape.startswith("parent") and (passive or cascade == "all, delete-orphan"):
            continue
        name = named(shape=shape, cascade=cascade, passive=passive, ondelete=ondelete, victim=victim)
        yield Case(name, models(shape, cascade, passive, ondelete), "Node", ROWS, {"id": victim})


def models(shape: str, cascade: str | None, passive: bool | str, ondelete: str | None) -> str:
    options = {"cascade": cascade, "passive_deletes": passive}
    lines = {
        "nothing": [],
        "children": [relation("children", many("Node"), **options)],
        "both": [
            relation("children", many("Node"), back_populates="parent", **options),
            relation("parent", one("Node"), back_populates="children", extra="remote_side=[id]"),
        ],
        "parent with remote side": [relation("parent", one("Node"), extra="remote_side=[id]", **options)],
        "parent without remote side": [relation("parent", one("Node"), **options)],
    }[shape]
    return module(model("Node", PRIMARY_KEY, key("parent_id", "node.id", ondelete=ondelete), *lines))
