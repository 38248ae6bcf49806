"""Delete one row on each path with the real SQLAlchemy, and report every row that is left.

`orm` is `session.delete(row)`, `ormLoaded` the same after the row's own relationships have been loaded, `sql` one
DELETE statement. Each path starts from the same database in memory, in a session of its own.
"""

from __future__ import annotations

import re
import signal
import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import bindparam, event, inspect, select, type_coerce
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Mapper, Session, selectinload
from sqlalchemy.types import NullType

from databases import copy_of, create_template, engine_over, is_binary, read_rows, stored
from failures import describe_failure, message_of
from loading import Loaded

Result = dict[str, Any]

PATHS = ("orm", "ormLoaded", "sql")

# Some eager relationships in a circle keep SQLAlchemy 2.1 busy for ever. Counted in processor time, so that other
# processes on the machine do not decide what is finished.
SECONDS_PER_PATH = 4.0

# How a compiled statement names a schema that is translated only when it is executed.
SCHEMA = re.compile(r"__\[SCHEMA_([^\]]+)\]")


def run_deletes(loaded: Loaded, runs: list[dict[str, Any]]) -> Result:
    """The outcome of every run, or the failure that keeps the models from being used at all."""
    if loaded.failure is not None:
        return {"failure": loaded.failure, "runs": []}
    return {"failure": None, "runs": [run_one(loaded, run) for run in runs]}


def unfinished(runs: list[dict[str, Any]]) -> Result:
    """The answer for runs in the middle of which the process had to be ended, inside a query that nothing interrupts."""
    return {"failure": None, "runs": [{"failure": None, "paths": dict.fromkeys(PATHS)} for _ in runs]}


def run_one(loaded: Loaded, run: dict[str, Any]) -> Result:
    """One victim on the three paths; `failure` says why the tables or the rows could not even be made.

    Without a victim only that is tried.
    """
    mapper = mapper_named(loaded, run["model"])
    try:
        template = create_template(mapper.local_table.metadata, run["before"])
    except Exception as error:
        return {"failure": describe_failure("ddl", error), "paths": {}}
    paths = {} if run["victim"] is None else {path: run_path(path, template, mapper, run) for path in PATHS}
    template.close()
    return {"failure": None, "paths": paths}


def mapper_named(loaded: Loaded, name: str) -> Mapper:
    """The mapper of `module:Class`."""
    for mapper in loaded.mappers:
        if f"{mapper.class_.__module__}:{mapper.class_.__qualname__}" == name:
            return mapper
    raise LookupError(f"no mapped class {name}")


class Unfinished(BaseException):
    """A path that took too long; no `Exception`, because SQLAlchemy and models catch those."""


@contextmanager
def limited() -> Iterator[None]:
    """Raise `Unfinished` in whatever is running when the time is up."""

    def expire(signum: int, frame: Any) -> None:
        raise Unfinished

    signal.signal(signal.SIGPROF, expire)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_PER_PATH)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def run_path(path: str, template: sqlite3.Connection, mapper: Mapper, run: dict[str, Any]) -> Result | None:
    """What one path leaves behind: the error if any, every row of every table in `before`, and the writes in order.

    None for one that SQLAlchemy does not finish.
    """
    metadata = mapper.local_table.metadata
    connection = copy_of(template, run["foreignKeys"])
    engine = engine_over(connection, metadata)
    statements: list[str] = []
    failure = None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            with limited():
                if path == "sql":
                    delete_row(engine, mapper, run["victim"], statements)
                else:
                    delete_object(engine, mapper, run["victim"], path == "ormLoaded", statements)
        except Unfinished:
            return None
        except Exception as error:
            failure = describe_failure("delete", error)
    # A COMMIT that fails leaves the transaction open, and SQLAlchemy takes it for ended.
    connection.rollback()
    after = read_rows(connection, metadata, list(run["before"]))
    connection.close()
    return {
        "error": None if failure is None else {"kind": failure["exception"], "reason": failure["message"]},
        "after": after,
        "statements": statements,
        "warnings": sorted({message_of(item.message) for item in caught}),
    }


def delete_row(engine: Engine, mapper: Mapper, victim: dict[str, Any], statements: list[str]) -> None:
    """`DELETE FROM table WHERE key = ...`, as any client of the database may send it."""
    table = mapper.local_table
    with engine.begin() as connection:
        record_writes(engine, statements)
        criteria = [raw_equal(column, key_value(column, victim)) for column in table.columns if column.name in victim]
        connection.execute(table.delete().where(*criteria))


def delete_object(engine: Engine, mapper: Mapper, victim: dict[str, Any], loaded: bool, statements: list[str]) -> None:
    """Fetch the object by a query, so that eager loading applies, load its relationships if asked, and delete it."""
    criteria = [
        raw_equal(getattr(mapper.class_, mapper.get_property_by_column(column).key), key_value(column, victim))
        for column in mapper.local_table.columns
        if column.name in victim
    ]
    query = select(mapper.class_).where(*criteria)
    if loaded:
        query = query.options(*guarded_options(mapper))
    with Session(engine) as session:
        instance = session.scalars(query).unique().one()
        if loaded:
            load_relationships(instance)
        record_writes(engine, statements)
        session.delete(instance)
        session.commit()


def key_value(column: Any, victim: dict[str, Any]) -> Any:
    return stored(victim[column.name], is_binary(column))


def raw_equal(column: Any, value: Any) -> Any:
    """Compare with a value exactly as the database stores it, without the column type's conversion."""
    return type_coerce(column, NullType()) == bindparam(None, value, type_=NullType(), unique=True)


def guarded_options(mapper: Mapper) -> list[Any]:
    """Loader options for relationships that refuse to load on access: a program that wants them loaded asks so."""
    return [
        selectinload(getattr(mapper.class_, prop.key))
        for prop in mapper.relationships
        if prop.lazy in ("raise", "raise_on_sql")
    ]


def load_relationships(instance: Any) -> None:
    """Access every relationship that can be loaded as a whole; dynamic and write-only ones cannot."""
    for prop in inspect(type(instance)).relationships:
        if prop.lazy not in ("dynamic", "write_only"):
            getattr(instance, prop.key)


def record_writes(engine: Engine, statements: list[str]) -> None:
    """Note every statement but SELECT and PRAGMA from now on, with blanks collapsed; an executemany counts once."""

    def executing(
        connection: Connection, cursor: Any, statement: str, parameters: Any, context: Any, executemany: bool
    ) -> None:
        written = statement if context.compiled is None else context.compiled.string
        text = " ".join(SCHEMA.sub(r"\1", written).split())
        if not text.upper().startswith(("SELECT", "PRAGMA")):
            statements.append(text)

    event.listen(engine, "before_cursor_execute", executing)
