"""The same core written with SQLModel: its own defaults lie between the words and SQLAlchemy."""

from collections.abc import Iterator
from itertools import product

from cases.case import MAIN_ACTIONS, PASSIVE, Case, call, children, ids, named

HEADER = """\
from sqlmodel import Field, Relationship, SQLModel


"""


def sqlmodel_cases() -> Iterator[Case]:
    for cascade_delete, passive, ondelete, nullable, single, pragma in product(
        (False, True), PASSIVE, MAIN_ACTIONS, (True, False), (False, True), (True, False)
    ):
        if cascade_delete and passive == "all" or (ondelete == "SET NULL" and not nullable):
            continue
        name = named(
            cascade_delete=cascade_delete,
            passive=passive,
            ondelete=ondelete,
            nullable=nullable,
            single=single,
            pragma=pragma,
        )
        rows = {"team": ids(2), "hero": children("team_id", (1, 2) if single else (1, 1, 2))}
        source = models(cascade_delete, passive, ondelete, nullable, single)
        yield Case(name, source, "Team", rows, {"id": 1}, pragma)
    yield from link_cases()


def models(cascade_delete: bool, passive: bool | str, ondelete: str | None, nullable: bool, single: bool) -> str:
    relationship = call("Relationship", back_populates="team", cascade_delete=cascade_delete, passive_deletes=passive)
    field = call("Field", extra="default=None" if nullable else "", foreign_key="team.id", ondelete=ondelete)
    annotation = '"Hero"' if single else 'list["Hero"]'
    return f"""{HEADER}class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: {annotation} = {relationship}


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: {"int | None" if nullable else "int"} = {field}
    team: Team{" | None" if nullable else ""} = Relationship(back_populates="heroes")
"""


def link_cases() -> Iterator[Case]:
    """`link_model`, with and without the reverse side."""
    rows = {
        "team": ids(2),
        "hero": ids(2),
        "link": [{"team_id": 1, "hero_id": 1}, {"team_id": 1, "hero_id": 2}, {"team_id": 2, "hero_id": 2}],
    }
    for reverse, ondelete, deleted in product((False, True), (None, "CASCADE", "RESTRICT"), ("Team", "Hero")):
        column = call("Field", extra="primary_key=True", foreign_key="{}.id", ondelete=ondelete)
        back = ', back_populates="{}"' if reverse else ""
        source = f"""{HEADER}class Link(SQLModel, table=True):
    team_id: int = {column.format("team")}
    hero_id: int = {column.format("hero")}


class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(link_model=Link{back.format("teams")})


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
"""
        if reverse:
            source += f"    teams: list[Team] = Relationship(link_model=Link{back.format('heroes')})\n"
        yield Case(
            named(link_model=True, reverse=reverse, ondelete=ondelete, deleted=deleted),
            source,
            deleted,
            rows,
            {"id": 1},
        )
