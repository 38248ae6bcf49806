"""Two tables that reference each other: children, and a favourite among them."""

from collections.abc import Iterator
from itertools import product

from cases.case import MAIN_ACTIONS, PRIMARY_KEY, Case, key, many, model, module, named, one, relation

FAVOURITES = ("none", "plain", "post_update", "viewonly")
ROWS = {
    "parent": [{"id": 1, "favourite_id": 1}, {"id": 2, "favourite_id": None}],
    "child": [{"id": 1, "parent_id": 1}, {"id": 2, "parent_id": 1}, {"id": 3, "parent_id": 2}],
}


def mutual_cases() -> Iterator[Case]:
    for favourite, cascade, passive, on_favourite, on_parent, post_update in product(
        FAVOURITES, (None, "all, delete-orphan"), (False, True), (None, "SET NULL"), MAIN_ACTIONS, (False, True)
    ):
        if post_update and favourite != "plain":
            continue
        source = models(favourite, cascade, passive, on_favourite, on_parent, post_update)
        name = named(
            favourite=favourite,
            cascade=cascade,
            passive=passive,
            on_favourite=on_favourite,
            on_parent=on_parent,
            post_update=post_update,
        )
        for victim in ("Parent", "Child"):
            yield Case(f"{name} deleted={victim}", source, victim, ROWS, {"id": 1})


def models(
    favourite: str,
    cascade: str | None,
    passive: bool,
    on_favourite: str | None,
    on_parent: str | None,
    post_update: bool,
) -> str:
    parent = [
        PRIMARY_KEY,
        key("favourite_id", "child.id", ondelete=on_favourite),
        relation(
            "children",
            many("Child"),
            extra='foreign_keys="Child.parent_id"',
            back_populates="parent",
            cascade=cascade,
            passive_deletes=passive,
            post_update=post_update,
        ),
    ]
    if favourite != "none":
        parent.append(
            relation(
                "favourite",
                one("Child"),
                extra="foreign_keys=[favourite_id]",
                post_update=favourite == "post_update",
                viewonly=favourite == "viewonly",
            )
        )
    child = [
        PRIMARY_KEY,
        key("parent_id", "parent.id", ondelete=on_parent),
        relation("parent", one("Parent"), extra="foreign_keys=[parent_id]", back_populates="children"),
    ]
    return module(model("Parent", *parent), model("Child", *child))
