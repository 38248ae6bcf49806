"""Joined and single-table inheritance: one object, several tables; several classes, one table."""

from collections.abc import Iterator
from itertools import product

from cases.case import CASCADES, PRIMARY_KEY, Case, children, ids, key, many, model, module, named, one, relation

KIND = "kind: Mapped[str]"
ON = '__mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "base"}'
ON_PASSIVE = '__mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "base", "passive_deletes": True}'


def inheritance_cases() -> Iterator[Case]:
    yield from joined_cases()
    yield from joined_child_cases()
    yield from single_table_cases()


def identity(name: str) -> str:
    return f'__mapper_args__ = {{"polymorphic_identity": "{name}"}}'


def joined_cases() -> Iterator[Case]:
    """The deleted class has a table of its own above it, and children on either level."""
    rows = {
        "base": [{"id": 1, "kind": "sub"}, {"id": 2, "kind": "base"}, {"id": 3, "kind": "sub"}],
        "sub": [{"id": 1, "extra": 1}, {"id": 3, "extra": 3}],
        "child": [{"id": 1, "owner_id": 1}, {"id": 2, "owner_id": 3}],
    }
    for passive, sub_action, owner, cascade, ondelete, deleted in product(
        (False, True), (None, "CASCADE"), ("base", "sub"), CASCADES, (None, "CASCADE", "SET NULL"), ("Base_", "Sub")
    ):
        collection = relation("children", many("Child"), cascade=cascade)
        base = [PRIMARY_KEY, KIND, ON_PASSIVE if passive else ON]
        sub = [
            key("id", "base.id", ondelete=sub_action, primary_key=True),
            "extra: Mapped[Optional[int]]",
            identity("sub"),
        ]
        (base if owner == "base" else sub).append(collection)
        source = module(
            model("Base_", *base, table="base"),
            model("Sub", *sub, base="Base_"),
            model("Child", PRIMARY_KEY, key("owner_id", f"{owner}.id", ondelete=ondelete)),
        )
        name = named(passive=passive, sub=sub_action, owner=owner, cascade=cascade, ondelete=ondelete, deleted=deleted)
        yield Case(name, source, deleted, rows, {"id": 1})


def joined_child_cases() -> Iterator[Case]:
    """The children are of a joined hierarchy."""
    rows = {
        "parent": ids(2),
        "base": [
            {"id": 1, "kind": "sub", "parent_id": 1},
            {"id": 2, "kind": "base", "parent_id": 1},
            {"id": 3, "kind": "sub", "parent_id": 2},
        ],
        "sub": [{"id": 1, "extra": 1}, {"id": 3, "extra": 3}],
    }
    for cascade, passive, ondelete, sub_action, target in product(
        CASCADES, (False, True), (None, "CASCADE"), (None, "CASCADE"), ("Base_", "Sub")
    ):
        source = module(
            model(
                "Parent",
                PRIMARY_KEY,
                relation("children", many(target), cascade=cascade, passive_deletes=passive),
            ),
            model("Base_", PRIMARY_KEY, KIND, ON, key("parent_id", "parent.id", ondelete=ondelete), table="base"),
            model(
                "Sub",
                key("id", "base.id", ondelete=sub_action, primary_key=True),
                "extra: Mapped[Optional[int]]",
                identity("sub"),
                base="Base_",
            ),
        )
        name = named(target=target, cascade=cascade, passive=passive, ondelete=ondelete, sub=sub_action)
        yield Case(name, source, "Parent", rows, {"id": 1})


def single_table_cases() -> Iterator[Case]:
    """A subclass in its base's table owns the collection, or the foreign key."""
    rows = {
        "base": [{"id": 1, "kind": "sub"}, {"id": 2, "kind": "base"}],
        "child": children("owner_id", (1, 1, 2)),
    }
    for owner, cascade, ondelete, nullable, deleted in product(
        ("base", "sub"), CASCADES, (None, "CASCADE", "SET NULL"), (True, False), ("Base_", "Sub")
    ):
        collection = [relation("children", many("Child"), cascade=cascade)]
        source = module(
            model("Base_", PRIMARY_KEY, KIND, ON, *(collection if owner == "base" else []), table="base"),
            model("Sub", identity("sub"), *(collection if owner == "sub" else []), base="Base_", table=""),
            model("Child", PRIMARY_KEY, key("owner_id", "base.id", nullable=nullable, ondelete=ondelete)),
        )
        name = named(single=owner, cascade=cascade, ondelete=ondelete, nullable=nullable, deleted=deleted)
        yield Case(name, source, deleted, rows, {"id": 1})
    rows = {
        "parent": ids(2),
        "base": [
            {"id": 1, "kind": "sub", "parent_id": 1},
            {"id": 2, "kind": "base", "parent_id": None},
            {"id": 3, "kind": "sub", "parent_id": 2},
        ],
    }
    for cascade, ondelete in product(CASCADES, (None, "CASCADE", "SET NULL")):
        source = module(
            model("Parent", PRIMARY_KEY, relation("subs", many("Sub"), cascade=cascade, back_populates="parent")),
            model("Base_", PRIMARY_KEY, KIND, ON, table="base"),
            model(
                "Sub",
                key("parent_id", "parent.id", ondelete=ondelete),
                relation("parent", one("Parent"), back_populates="subs"),
                identity("sub"),
                base="Base_",
                table="",
            ),
        )
        yield Case(named(key_on_single=cascade, ondelete=ondelete), source, "Parent", rows, {"id": 1})
