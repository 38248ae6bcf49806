"""Cascades over three levels, where each level may say something else."""

from collections.abc import Iterator
from itertools import product

from cases.case import (
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

# What a level's relationship says: (cascade, passive_deletes).
ORM_SIDES = (
    (None, False),
    (None, True),
    (None, "all"),
    ("all, delete", False),
    ("all, delete", True),
)


def three_level_cases() -> Iterator[Case]:
    levels = list(product(ORM_SIDES, MAIN_ACTIONS, (True, False)))
    for first, second in product(levels, levels):
        source = models(first, second)
        rows = {"top": ids(2), "middle": children("top_id"), "bottom": children("middle_id", (1, 1, 2, 3))}
        yield Case(named(first=level(first), second=level(second)), source, "Top", rows, {"id": 1})


def level(config: tuple) -> str:
    (cascade, passive), ondelete, nullable = config
    return f"{cascade}/{passive}/{ondelete}/{'NULL' if nullable else 'NOT NULL'}"


def models(first: tuple, second: tuple) -> str:
    return module(
        model("Top", PRIMARY_KEY, collection("middles", "Middle", "top", first)),
        model(
            "Middle",
            PRIMARY_KEY,
            column("top_id", "top.id", first),
            relation("top", one("Top"), back_populates="middles"),
            collection("bottoms", "Bottom", "middle", second),
        ),
        model(
            "Bottom",
            PRIMARY_KEY,
            column("middle_id", "middle.id", second),
            relation("middle", one("Middle"), back_populates="bottoms"),
        ),
    )


def collection(name: str, target: str, back: str, config: tuple) -> str:
    (cascade, passive), _, _ = config
    return relation(name, many(target), cascade=cascade, passive_deletes=passive, back_populates=back)


def column(name: str, target: str, config: tuple) -> str:
    _, ondelete, nullable = config
    return key(name, target, nullable=nullable, ondelete=ondelete)
