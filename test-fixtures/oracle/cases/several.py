"""Several foreign keys or relationships between the same rows, backrefs, joins with criteria, no foreign key."""

from collections.abc import Iterator
from itertools import product

from cases.case import MAIN_ACTIONS, PRIMARY_KEY, Case, children, ids, key, many, model, module, named, one, relation

CASCADES = (None, "all, delete-orphan")


def several_cases() -> Iterator[Case]:
    yield from two_keys_cases()
    yield from two_parents_cases()
    yield from overlapping_cases()
    yield from backref_cases()
    yield from partial_cases()
    yield from unconstrained_cases()


def two_keys_cases() -> Iterator[Case]:
    """A document with an author and a reviewer, both people."""
    rows = {
        "person": ids(3),
        "document": [
            {"id": 1, "author_id": 1, "reviewer_id": 2},
            {"id": 2, "author_id": 2, "reviewer_id": 1},
            {"id": 3, "author_id": 1, "reviewer_id": 1},
            {"id": 4, "author_id": 2, "reviewer_id": 3},
        ],
    }
    for authored, reviewed, first, second in product(
        ("none", None, "all, delete-orphan"), ("none", None), MAIN_ACTIONS, MAIN_ACTIONS
    ):
        person = [PRIMARY_KEY]
        if authored != "none":
            person.append(
                relation("authored", many("Document"), extra='foreign_keys="Document.author_id"', cascade=authored)
            )
        if reviewed != "none":
            person.append(relation("reviewed", many("Document"), extra='foreign_keys="Document.reviewer_id"'))
        document = [
            PRIMARY_KEY,
            key("author_id", "person.id", ondelete=first),
            key("reviewer_id", "person.id", ondelete=second),
        ]
        source = module(model("Person", *person), model("Document", *document))
        name = named(authored=authored, reviewed=reviewed, author=first, reviewer=second)
        yield Case(name, source, "Person", rows, {"id": 1})


def two_parents_cases() -> Iterator[Case]:
    """A child of two different parents."""
    rows = {
        "left": ids(2),
        "right": ids(2),
        "child": [
            {"id": 1, "left_id": 1, "right_id": 1},
            {"id": 2, "left_id": 1, "right_id": 2},
            {"id": 3, "left_id": 2, "right_id": 1},
        ],
    }
    for left, right, on_left, on_right in product(CASCADES, CASCADES, MAIN_ACTIONS, (None, "CASCADE")):
        source = module(
            model("Left", PRIMARY_KEY, relation("children", many("Child"), cascade=left)),
            model("Right", PRIMARY_KEY, relation("children", many("Child"), cascade=right)),
            model(
                "Child",
                PRIMARY_KEY,
                key("left_id", "left.id", ondelete=on_left),
                key("right_id", "right.id", ondelete=on_right, nullable=False),
            ),
        )
        for deleted in ("Left", "Right"):
            name = named(left=left, right=right, on_left=on_left, on_right=on_right, deleted=deleted)
            yield Case(name, source, deleted, rows, {"id": 1})


def overlapping_cases() -> Iterator[Case]:
    """Two collections over one foreign key, and a many-to-one that nobody linked with them."""
    rows = {"parent": ids(2), "child": children()}
    for first, second, passive, ondelete, nullable in product(
        CASCADES, CASCADES, (False, True), (None, "CASCADE"), (True, False)
    ):
        parent = [
            PRIMARY_KEY,
            relation("children", many("Child"), cascade=first, passive_deletes=passive),
            relation("others", many("Child"), cascade=second, overlaps="children"),
        ]
        child = [
            PRIMARY_KEY,
            key("parent_id", "parent.id", nullable=nullable, ondelete=ondelete),
            relation("parent", one("Parent"), overlaps="children,others"),
        ]
        name = named(first=first, second=second, passive=passive, ondelete=ondelete, nullable=nullable)
        source = module(model("Parent", *parent), model("Child", *child))
        yield Case(name, source, "Parent", rows, {"id": 1})


def backref_cases() -> Iterator[Case]:
    """The parent's collection is declared in the child."""
    rows = {"parent": ids(2), "child": children()}
    backrefs = (
        '"children"',
        'backref("children", cascade="all, delete-orphan")',
        'backref("children", passive_deletes=True)',
        'backref("children", cascade="all, delete", passive_deletes=True)',
        'backref("children", uselist=False)',
        'backref("children", viewonly=True, sync_backref=False)',
    )
    for text, ondelete, nullable, deleted in product(backrefs, MAIN_ACTIONS, (True, False), ("Parent", "Child")):
        if "uselist" in text:
            rows = {"parent": ids(2), "child": children(parents=(1, 2))}
        child = [
            PRIMARY_KEY,
            key("parent_id", "parent.id", nullable=nullable, ondelete=ondelete),
            relation("parent", one("Parent"), extra=f"backref={text}"),
        ]
        source = module(model("Parent", PRIMARY_KEY), model("Child", *child))
        name = named(backref=text, ondelete=ondelete, nullable=nullable, deleted=deleted)
        yield Case(name, source, deleted, rows, {"id": 1})


def partial_cases() -> Iterator[Case]:
    """A collection that sees only some of the children."""
    rows = {
        "parent": ids(2),
        "child": [
            {"id": 1, "parent_id": 1, "state": 1},
            {"id": 2, "parent_id": 1, "state": 0},
            {"id": 3, "parent_id": 2, "state": 1},
        ],
    }
    join = 'primaryjoin="and_(Parent.id == Child.parent_id, Child.state == 1)"'
    for cascade, ondelete, nullable, hidden in product(CASCADES, MAIN_ACTIONS, (True, False), (True, False)):
        case_rows = rows if hidden else {**rows, "child": [{**row, "state": 1} for row in rows["child"]]}
        source = module(
            model("Parent", PRIMARY_KEY, relation("children", many("Child"), extra=join, cascade=cascade)),
            model(
                "Child",
                PRIMARY_KEY,
                key("parent_id", "parent.id", nullable=nullable, ondelete=ondelete),
                "state: Mapped[int]",
            ),
        )
        name = named(partial=cascade, ondelete=ondelete, nullable=nullable, hidden=hidden)
        yield Case(name, source, "Parent", case_rows, {"id": 1})


def unconstrained_cases() -> Iterator[Case]:
    """A relationship that only the ORM knows of: there is no foreign key."""
    rows = {"parent": ids(2), "child": children()}
    join = 'primaryjoin="Parent.id == foreign(Child.parent_id)"'
    for cascade, passive, nullable in product(CASCADES, (False, True), (True, False)):
        annotation = "Optional[int]" if nullable else "int"
        collection = relation("children", many("Child"), extra=join, cascade=cascade, passive_deletes=passive)
        source = module(
            model("Parent", PRIMARY_KEY, collection),
            model("Child", PRIMARY_KEY, f"parent_id: Mapped[{annotation}]"),
        )
        name = named(unconstrained=cascade, passive=passive, nullable=nullable)
        yield Case(name, source, "Parent", rows, {"id": 1})
