"""Foreign keys inside primary keys, shared primary keys, and foreign keys of several columns."""

from collections.abc import Iterator
from itertools import product

from cases.case import (
    CASCADES,
    MAIN_ACTIONS,
    PASSIVE,
    PRIMARY_KEY,
    Case,
    allowed,
    ids,
    key,
    many,
    model,
    module,
    named,
    one,
    relation,
)

LINE = "line: Mapped[int] = mapped_column(primary_key=True)"


def key_cases() -> Iterator[Case]:
    for cascade, passive, ondelete, linked in product(CASCADES, PASSIVE, MAIN_ACTIONS, (True, False)):
        if not allowed(cascade, passive):
            continue
        options = {"cascade": cascade, "passive_deletes": passive, "back_populates": "parent" if linked else None}
        back = [relation("parent", one("Parent"), back_populates="children")] if linked else []
        for shape, build in SHAPES.items():
            source, rows, victim = build(options, ondelete, back)
            name = named(shape=shape, cascade=cascade, passive=passive, ondelete=ondelete, linked=linked)
            yield Case(name, source, "Parent", rows, victim)


def weak_entity(options: dict, ondelete: str | None, back: list[str]) -> tuple:
    """The child's key is its parent and a line number."""
    child = [key("parent_id", "parent.id", ondelete=ondelete, primary_key=True), LINE, *back]
    rows = {
        "parent": ids(2),
        "child": [{"parent_id": 1, "line": 1}, {"parent_id": 1, "line": 2}, {"parent_id": 2, "line": 1}],
    }
    parent = model("Parent", PRIMARY_KEY, relation("children", many("Child"), **options))
    return module(parent, model("Child", *child)), rows, {"id": 1}


def shared_key(options: dict, ondelete: str | None, back: list[str]) -> tuple:
    """One-to-one: the child's only key column is the reference."""
    child = [key("id", "parent.id", ondelete=ondelete, primary_key=True), *back]
    parent = model("Parent", PRIMARY_KEY, relation("children", one("Child"), **options))
    return module(parent, model("Child", *child)), {"parent": ids(2), "child": ids(2)}, {"id": 1}


COMPOSITE_PARENT = ("tenant: Mapped[int] = mapped_column(primary_key=True)", LINE.replace("line", "number"))
COMPOSITE_ROWS = [{"tenant": 1, "number": 1}, {"tenant": 1, "number": 2}, {"tenant": 2, "number": 1}]


def composite(first: str, second: str, child_key: list[str], options: dict, ondelete: str | None, back: list) -> tuple:
    """A foreign key of two columns with the given annotations."""
    action = f', ondelete="{ondelete}"' if ondelete else ""
    constraint = (
        f'__table_args__ = (ForeignKeyConstraint(["tenant", "number"], ["parent.tenant", "parent.number"]{action}),)'
    )
    parent = model("Parent", *COMPOSITE_PARENT, relation("children", many("Child"), **options))
    child = model("Child", *child_key, first, second, constraint, *back)
    rows = {
        "parent": COMPOSITE_ROWS,
        "child": [
            {"id": 1, "tenant": 1, "number": 1},
            {"id": 2, "tenant": 1, "number": 1},
            {"id": 3, "tenant": 1, "number": 2},
            {"id": 4, "tenant": 2, "number": 1},
        ],
    }
    return module(parent, child), rows, {"tenant": 1, "number": 1}


def composite_nullable(options: dict, ondelete: str | None, back: list[str]) -> tuple:
    source, rows, victim = composite(
        "tenant: Mapped[Optional[int]]", "number: Mapped[Optional[int]]", [PRIMARY_KEY], options, ondelete, back
    )
    rows["child"] = [*rows["child"], {"id": 5, "tenant": 1, "number": None}]
    return source, rows, victim


def composite_half_required(options: dict, ondelete: str | None, back: list[str]) -> tuple:
    return composite("tenant: Mapped[int]", "number: Mapped[Optional[int]]", [PRIMARY_KEY], options, ondelete, back)


def composite_sharing_key(options: dict, ondelete: str | None, back: list[str]) -> tuple:
    """The tenant is part of the child's own key."""
    return composite(
        "tenant: Mapped[int] = mapped_column(primary_key=True)",
        "number: Mapped[Optional[int]]",
        [PRIMARY_KEY],
        options,
        ondelete,
        back,
    )


SHAPES = {
    "weak entity": weak_entity,
    "shared key": shared_key,
    "composite nullable": composite_nullable,
    "composite half required": composite_half_required,
    "composite sharing the key": composite_sharing_key,
}
