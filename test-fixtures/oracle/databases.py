"""Throwaway SQLite databases: the tables of a schema, given rows, and copies of both."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from sqlalchemy import Column, MetaData, Table, create_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite.base import SQLiteDDLCompiler, SQLiteTypeCompiler
from sqlalchemy.engine import Engine
from sqlalchemy.exc import CompileError
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.compiler import DDLCompiler

Rows = dict[str, list[dict[str, Any]]]

DIALECT = sqlite.dialect()


class OneSchemaDDLCompiler(SQLiteDDLCompiler):
    """Keeps foreign keys between schemas, which SQLite's own compiler drops.

    The tables of all schemas live side by side in one database here, and the databases that do have schemas enforce
    such foreign keys.
    """

    def visit_foreign_key_constraint(self, constraint: Any, **kw: Any) -> str:
        return DDLCompiler.visit_foreign_key_constraint(self, constraint, **kw)


class AnyTypeCompiler(SQLiteTypeCompiler):
    """Writes the types of other databases, which SQLite's own compiler refuses, by their names: SQLite takes any."""

    def visit_unsupported_compilation(self, element: Any, err: Exception, **kw: Any) -> str:
        return element.__visit_name__.upper()


def create_template(metadata: MetaData, rows: Rows) -> sqlite3.Connection:
    """A database with every table of a `MetaData` and the given rows, which must satisfy its foreign keys."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    engine = engine_over(connection, metadata)
    engine.dialect.ddl_compiler = OneSchemaDDLCompiler
    for table in metadata.tables.values():
        for column in table.columns:
            # What PostgreSQL has in every table SQLite has to be told.
            column.system = False
    metadata.create_all(engine)
    tables = tables_by_name(metadata)
    for name, items in rows.items():
        insert_rows(connection, tables[name], items)
    connection.commit()
    check_foreign_keys(connection)
    return connection


def tables_by_name(metadata: MetaData) -> dict[str, Table]:
    """Tables as they are called: the `MetaData` itself finds one that a member of an enumeration names by its value."""
    return {table.key: table for table in metadata.tables.values()}


def insert_rows(connection: sqlite3.Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert values exactly as given: the database's representation, not the column type's."""
    binary = {column.name for column in table.columns if is_binary(column)}
    for row in rows:
        columns = ", ".join(quoted(name) for name in row)
        marks = ", ".join("?" for _ in row)
        values = [stored(value, name in binary) for name, value in row.items()]
        connection.execute(f"INSERT INTO {quoted(table.name)} ({columns}) VALUES ({marks})", values)


def is_binary(column: Column) -> bool:
    """Whether a column holds bytes, which JSON can only give as hexadecimal digits."""
    try:
        return re.search("BINARY|BLOB", column.type.compile(dialect=DIALECT)) is not None
    except CompileError:
        return False


def stored(value: Any, binary: bool) -> Any:
    return bytes.fromhex(value) if binary and isinstance(value, str) else value


def check_foreign_keys(connection: sqlite3.Connection) -> None:
    """Refuse rows that break a foreign key. A key that SQLite cannot check at all shows itself in the delete."""
    try:
        violations = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.OperationalError:
        return
    if violations:
        table, row, target, _ = violations[0]
        raise ValueError(f"row {row} of {table} references no row of {target}")


def copy_of(template: sqlite3.Connection, foreign_keys: bool) -> sqlite3.Connection:
    """A new database in memory with the template's tables and rows; foreign keys enforced or not."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    template.backup(connection)
    connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    return connection


def engine_over(connection: sqlite3.Connection, metadata: MetaData) -> Engine:
    """An engine whose only connection is the given one; the schemas of the tables are left out of the SQL."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    engine.dialect.type_compiler_instance = engine.dialect.type_compiler = AnyTypeCompiler(engine.dialect)
    schemas = {table.schema for table in metadata.tables.values() if table.schema}
    return engine.execution_options(schema_translate_map=dict.fromkeys(schemas)) if schemas else engine


def read_rows(connection: sqlite3.Connection, metadata: MetaData, names: list[str]) -> Rows:
    """Every row of the named tables, in primary key order, without generated columns: no INSERT could bring those back."""
    rows = {}
    tables = tables_by_name(metadata)
    for name in names:
        table = tables[name]
        columns = [column.name for column in table.columns if column.computed is None]
        order = [column.name for column in table.primary_key.columns] or columns
        listed, ordered = (", ".join(map(quoted, names)) for names in (columns, order))
        cursor = connection.execute(f"SELECT {listed} FROM {quoted(table.name)} ORDER BY {ordered}")
        rows[name] = [dict(zip(columns, map(plain, values), strict=True)) for values in cursor]
    return rows


def plain(value: Any) -> Any:
    """A cell as JSON can hold it."""
    return value.hex() if isinstance(value, bytes) else value


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
