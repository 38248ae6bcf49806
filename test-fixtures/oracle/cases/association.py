"""A mapped class over the association table: its foreign keys are its primary key."""

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

EXTRAS = ("none", "writable", "viewonly")
ROWS = {
    "left": ids(2),
    "right": ids(2),
    "link": [{"left_id": 1, "right_id": 1}, {"left_id": 1, "right_id": 2}, {"left_id": 2, "right_id": 2}],
}


def association_cases() -> Iterator[Case]:
    combinations = product(CASCADES, PASSIVE, MAIN_ACTIONS, EXTRAS, (True, False), ("Left", "Right"))
    for cascade, passive, ondelete, extra, linked, deleted in combinations:
        if not allowed(cascade, passive) or (deleted == "Right" and (extra != "none" or not linked)):
            continue
        name = named(cascade=cascade, passive=passive, ondelete=ondelete, extra=extra, linked=linked, deleted=deleted)
        yield Case(name, models(cascade, passive, ondelete, extra, linked), deleted, ROWS, {"id": 1})


def models(cascade: str | None, passive: bool | str, ondelete: str | None, extra: str, linked: bool) -> str:
    back = "left" if linked else None
    left = [relation("links", many("Link"), cascade=cascade, passive_deletes=passive, back_populates=back)]
    if extra != "none":
        left.append(
            relation(
                "rights",
                many("Right"),
                extra='secondary="link"',
                viewonly=extra == "viewonly",
                overlaps="links,left,right" if extra == "writable" else None,
            )
        )
    link = [
        key("left_id", "left.id", ondelete=ondelete, primary_key=True),
        key("right_id", "right.id", ondelete=ondelete, primary_key=True),
        relation("right", one("Right")),
    ]
    if linked:
        link.append(relation("left", one("Left"), back_populates="links"))
    return module(model("Left", PRIMARY_KEY, *left), model("Right", PRIMARY_KEY), model("Link", *link))
