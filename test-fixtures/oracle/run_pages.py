"""Runs the statements that the rules' pages show, on the models of their examples, and says what comes of each.

Reads one JSON list from stdin, `[{"files": {"models.py": "..."}, "statements": ["session.delete(user)"]}, ...]`, and
writes a list of the same length: the lines that a page shows below the statements. Every example runs in a fork of its
own, on an SQLite database in memory that enforces foreign keys.
"""

from __future__ import annotations

import json
import os
import re
import sys
import warnings
from typing import Any

import sqlalchemy
from sqlalchemy import MetaData, create_engine, delete, event, func, select, text, update
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Mapper, Session, configure_mappers
from sqlalchemy.pool import StaticPool

from failures import describe_failure
from loading import Loaded, load_project
from page_rows import insert_rows

Rows = dict[str, dict[tuple[Any, ...], dict[str, Any]]]


def outcome_of(files: dict[str, str], statements: list[str]) -> list[str]:
    """What the statements do: the exception, or what became of the rows."""
    loaded = load_project({path: source for path, source in files.items() if path.endswith(".py")})
    if loaded.failure is not None:
        return failure_text(loaded.failure)
    engine = make_engine()
    names = page_names(loaded, engine)
    try:
        if any("create_all" in statement for statement in statements):
            execute(statements, names)
            return ["no row changed"]
        prepare(loaded, engine)
        with session_of(engine) as session:
            before = {name: rows for metadata in loaded.metadatas() for name, rows in read(session, metadata).items()}
            names["session"] = session
            names.update(first_objects(loaded, session))
            execute(statements, names)
            session.commit()
            after = {name: rows for metadata in loaded.metadatas() for name, rows in read(session, metadata).items()}
    except Exception as error:
        return failure_text(describe_failure("delete", error))
    return difference(before, after)


def failure_text(failure: dict[str, Any]) -> list[str]:
    return [f"{failure['exception']}: {failure['message']}".rstrip(": ")]


def make_engine() -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def enforce_foreign_keys(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA foreign_keys=ON")

    return engine


def session_of(engine: Engine) -> Session:
    try:
        from sqlmodel import Session as SQLModelSession
    except ImportError:
        return Session(engine)
    return SQLModelSession(engine)


def prepare(loaded: Loaded, engine: Engine) -> None:
    for metadata in loaded.metadatas():
        metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys=ON"))
        for metadata in loaded.metadatas():
            insert_rows(connection, metadata)


def page_names(loaded: Loaded, engine: Engine) -> dict[str, Any]:
    """What the statements of a page may name: the modules' own names and what the pages use of the libraries."""
    names: dict[str, Any] = {}
    for module in list(sys.modules.values()):
        if any(mapper.class_.__module__ == module.__name__ for mapper in loaded.mappers) or module.__name__ == "models":
            names.update(vars(module))
    names |= {"delete": delete, "select": select, "update": update, "text": text, "func": func}
    names |= {"configure_mappers": configure_mappers, "engine": engine, "sqlalchemy": sqlalchemy}
    return names


def first_objects(loaded: Loaded, session: Session) -> dict[str, Any]:
    """`order_item` for the first `OrderItem`, and so on."""
    objects = {}
    for mapper in loaded.mappers:
        key = session.execute(select(*mapper.primary_key).order_by(*mapper.primary_key).limit(1)).first()
        if key is not None:
            objects[variable_for(mapper)] = session.get(mapper.class_, tuple(key))
    return objects


def variable_for(mapper: Mapper[Any]) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", mapper.class_.__name__).lower()


def execute(statements: list[str], names: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec("\n".join(statements), names)


def read(session: Session, metadata: MetaData) -> Rows:
    """Every row by its primary key, or by its place in a table without one."""
    tables: Rows = {}
    for table in metadata.tables.values():
        rows = session.execute(select(table)).mappings().all()
        key = [column.name for column in table.primary_key.columns]
        tables[table.fullname] = {
            tuple(row[name] for name in key) if key else (index,): dict(row) for index, row in enumerate(rows)
        }
    return tables


def difference(before: Rows, after: Rows) -> list[str]:
    """One line for each table and kind of change, in alphabetical order."""
    lines = []
    for name, rows in before.items():
        left = after[name]
        deleted = sum(1 for key in rows if key not in left)
        if deleted:
            lines.append(f"{name}: {count(deleted)} deleted")
        changes: dict[str, int] = {}
        for key, row in rows.items():
            for column, value in left.get(key, row).items():
                if value != row[column]:
                    change = f"{column} = {'NULL' if value is None else value}"
                    changes[change] = changes.get(change, 0) + 1
        lines.extend(f"{name}: {count(number)} changed, {change}" for change, number in changes.items())
    return sorted(lines) or ["no row changed"]


def count(number: int) -> str:
    return "1 row" if number == 1 else f"{number} rows"


def in_fork(files: dict[str, str], statements: list[str]) -> list[str]:
    """The outcome, computed in a process that nothing else has been imported into."""
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiver)
        try:
            lines = outcome_of(files, statements)
        except BaseException as error:
            lines = [f"the page cannot be run: {error!r}"]
        with os.fdopen(sender, "wb") as pipe:
            pipe.write(json.dumps(lines).encode())
        os._exit(0)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer)


if __name__ == "__main__":
    json.dump([in_fork(each["files"], each["statements"]) for each in json.load(sys.stdin)], sys.stdout)
