"""Many-to-many through an association table."""

from collections.abc import Iterator
from itertools import product

from cases.case import PASSIVE, PRIMARY_KEY, Case, ids, many, model, module, named, relation

SIDES = ("left", "right", "linked", "backref", "unlinked", "viewonly right")
CASCADES = (None, "all, delete")
LINK_ACTIONS = (None, "CASCADE", "SET NULL", "RESTRICT")


def many_to_many_cases() -> Iterator[Case]:
    for side, cascade, passive, ondelete, model_name in product(
        SIDES, CASCADES, PASSIVE, LINK_ACTIONS, ("Left", "Right")
    ):
        if passive == "all" and cascade:
            continue
        source = models(side, cascade, passive, ondelete)
        name = named(side=side, cascade=cascade, passive=passive, ondelete=ondelete, deleted=model_name)
        yield Case(name, source, model_name, ROWS, {"id": 1})
    yield from follower_cases()
    yield from keyless_cases()


ROWS = {
    "left": ids(2),
    "right": ids(3),
    "link": [
        {"left_id": 1, "right_id": 1},
        {"left_id": 1, "right_id": 2},
        {"left_id": 2, "right_id": 2},
        {"left_id": 2, "right_id": 3},
    ],
}


def association(ondelete: str | None, primary_key: bool = True) -> str:
    action = f', ondelete="{ondelete}"' if ondelete else ""
    primary = ", primary_key=True" if primary_key else ""
    columns = [f'    Column("{name}_id", ForeignKey("{name}.id"{action}){primary}),' for name in ("left", "right")]
    return "\n".join(["link = Table(", '    "link",', "    Base.metadata,", *columns, ")", ""])


def models(side: str, cascade: str | None, passive: bool | str, ondelete: str | None) -> str:
    options = {"cascade": cascade, "passive_deletes": passive}
    left, right = [], []
    if side == "backref":
        back = "backref('lefts')"
        left.append(relation("rights", many("Right"), extra=f"secondary=link, backref={back}", **options))
    elif side == "linked":
        left.append(relation("rights", many("Right"), extra="secondary=link", back_populates="lefts", **options))
        right.append(relation("lefts", many("Left"), extra="secondary=link", back_populates="rights"))
    elif side == "unlinked":
        left.append(relation("rights", many("Right"), extra="secondary=link", **options))
        right.append(relation("lefts", many("Left"), extra="secondary=link", overlaps="rights"))
    elif side == "viewonly right":
        left.append(relation("rights", many("Right"), extra="secondary=link", **options))
        right.append(relation("lefts", many("Left"), extra="secondary=link", viewonly=True))
    elif side == "left":
        left.append(relation("rights", many("Right"), extra="secondary=link", **options))
    else:
        right.append(relation("lefts", many("Left"), extra="secondary=link", **options))
    return module(association(ondelete), model("Left", PRIMARY_KEY, *left), model("Right", PRIMARY_KEY, *right))


def follower_cases() -> Iterator[Case]:
    """People who follow people."""
    rows = {
        "person": ids(4),
        "follow": [
            {"follower_id": 1, "followed_id": 2},
            {"follower_id": 3, "followed_id": 1},
            {"follower_id": 3, "followed_id": 4},
        ],
    }
    for reverse, cascade, ondelete in product((False, True), CASCADES, (None, "CASCADE")):
        action = f', ondelete="{ondelete}"' if ondelete else ""
        link = "\n".join(
            [
                "follow = Table(",
                '    "follow",',
                "    Base.metadata,",
                f'    Column("follower_id", ForeignKey("person.id"{action}), primary_key=True),',
                f'    Column("followed_id", ForeignKey("person.id"{action}), primary_key=True),',
                ")",
                "",
            ]
        )
        joins = (
            'secondary=follow, primaryjoin="Person.id == follow.c.follower_id", '
            'secondaryjoin="Person.id == follow.c.followed_id"'
        )
        back = 'backref="followers"' if reverse else ""
        person = model(
            "Person",
            PRIMARY_KEY,
            relation("following", many("Person"), extra=", ".join(filter(None, [joins, back])), cascade=cascade),
        )
        name = named(followers=reverse, cascade=cascade, ondelete=ondelete)
        yield Case(name, module(link, person), "Person", rows, {"id": 1})


def keyless_cases() -> Iterator[Case]:
    """An association table without a primary key holds a pair twice: SQLAlchemy notices that too many rows went."""
    rows = {**ROWS, "link": [{"left_id": 1, "right_id": 1}, {"left_id": 1, "right_id": 1}]}
    source = module(
        association(None, primary_key=False),
        model("Left", PRIMARY_KEY, relation("rights", many("Right"), extra="secondary=link")),
        model("Right", PRIMARY_KEY),
    )
    yield Case(named(duplicates=True), source, "Left", rows, {"id": 1})
