"""Carry raw deletes out on a real database server and say what each leaves behind.

Reads one JSON request per line: `{"id": 1, "url": "...", "files": {...}, "runs": [{"model": "models:User", "victim": {...},
"before": {...}}]}`. The tables are made once per request in an emptied database; every run is rolled back. Only key
and foreign key columns are reported, because those decide what a delete does.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from typing import Any

from sqlalchemy import MetaData, String, Table, create_engine, select, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from databases import engine_over, insert_rows, OneSchemaDDLCompiler
from failures import describe_failure
from loading import Loaded, load_project
from run_deletes import mapper_named
from worker import serve

Rows = dict[str, list[dict[str, str | None]]]

# MySQL wants a length for every VARCHAR; the models leave it out because no other database does.
DEFAULT_LENGTH = 80


def main() -> None:
    serve(answer)


def answer(request: dict[str, Any]) -> Any:
    loaded = load_project(request["files"])
    if loaded.failure is not None:
        return {"failure": loaded.failure, "runs": []}
    metadatas = {mapper.local_table.metadata for mapper in loaded.mappers}
    if len(metadatas) != 1:
        raise ValueError("a request is about one MetaData")
    metadata = metadatas.pop()
    engine = create_engine(request["url"], poolclass=NullPool)
    empty_database(engine)
    schemas = {table.schema for table in metadata.tables.values() if table.schema}
    engine = engine.execution_options(schema_translate_map=dict.fromkeys(schemas)) if schemas else engine
    give_lengths(metadata)
    try:
        metadata.create_all(engine)
    except Exception as error:
        return {"failure": describe_failure("ddl", error), "runs": []}
    return {"failure": None, "runs": [run_one(engine, loaded, metadata, run) for run in request["runs"]]}


def empty_database(engine: Engine) -> None:
    """An empty database of the same name."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("DROP SCHEMA IF EXISTS public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        else:
            name = engine.url.database
            connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
            connection.execute(text(f"CREATE DATABASE {name}"))
            connection.execute(text(f"USE {name}"))


def give_lengths(metadata: MetaData) -> None:
    for table in metadata.tables.values():
        for column in table.columns:
            kind = column.type
            if isinstance(kind, String) and kind.length is None and kind.__visit_name__ in ("string", "VARCHAR"):
                kind.length = DEFAULT_LENGTH


def insert_into(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert the rows; the database computes its generated columns itself."""
    generated = {column.name for column in table.columns if column.computed is not None}
    connection.execute(table.insert(), [{key: row[key] for key in row if key not in generated} for row in rows])


def run_one(engine: Engine, loaded: Loaded, metadata: MetaData, run: dict[str, Any]) -> dict[str, Any]:
    """The error or the rows after `DELETE FROM table WHERE key = ...`, in a transaction that is rolled back.

    The rows are committed before: PostgreSQL checks every key again of a row that its own transaction has inserted.
    """
    mapper = mapper_named(loaded, run["model"])
    table = mapper.local_table
    # A table may have no key but the one that its mapper names.
    key = list(table.primary_key.columns) or list(mapper.primary_key)
    stored = typed_rows(metadata, run["before"])
    with engine.connect() as connection:
        with connection.begin():
            enforce(connection, False)
            for name, rows in stored.items():
                if rows:
                    insert_into(connection, metadata.tables[name], rows)
            enforce(connection, True)
        transaction = connection.begin()
        victim = next(row for row in stored[table.fullname] if is_victim(row, run, table))
        criteria = [column == victim[column.name] for column in key]
        error = None
        after: Rows = {}
        try:
            connection.execute(table.delete().where(*criteria))
            if engine.dialect.name == "postgresql":
                connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
            after = {name: keys_of(connection, metadata.tables[name]) for name in run["before"]}
        except DBAPIError as raised:
            error = {"kind": type(raised).__name__, "reason": str(raised.orig)}
        transaction.rollback()
        with connection.begin():
            enforce(connection, False)
            for name in stored:
                connection.execute(metadata.tables[name].delete())
            enforce(connection, True)
    return {"error": error, "after": after}


def is_victim(row: dict[str, Any], run: dict[str, Any], table: Table) -> bool:
    index = [column.name for column in table.primary_key.columns]
    position = next(
        place
        for place, raw in enumerate(run["before"][table.fullname])
        if all(raw[name] == run["victim"][name] for name in index)
    )
    wanted = typed_rows(table.metadata, {table.fullname: [run["before"][table.fullname][position]]})[table.fullname][0]
    return all(row[name] == wanted[name] for name in index)


def enforce(connection: Connection, on: bool) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL session_replication_role = {'origin' if on else 'replica'}"))
    else:
        connection.execute(text(f"SET FOREIGN_KEY_CHECKS = {int(on)}"))


def typed_rows(metadata: MetaData, rows: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Rows as SQLite stores them, read back as the Python values that any database takes."""
    connection = sqlite3.connect(":memory:")
    engine = engine_over(connection, metadata)
    engine.dialect.ddl_compiler = OneSchemaDDLCompiler
    metadata.create_all(engine)
    for name, items in rows.items():
        insert_rows(connection, metadata.tables[name], items)
    with engine.connect() as reader:
        typed = {
            name: [dict(row) for row in reader.execute(select(metadata.tables[name])).mappings()] for name in rows
        }
    connection.close()
    return typed


def keys_of(connection: Connection, table: Table) -> list[dict[str, str | None]]:
    keys = [column for column in table.columns if column.primary_key or column.foreign_keys]
    columns = keys or [column for column in table.columns if column.computed is None]
    rows = connection.execute(select(*columns)).all()
    return [
        {column.name: None if value is None else str(value) for column, value in zip(columns, row, strict=True)}
        for row in rows
    ]


if __name__ == "__main__":
    sys.exit(main())
