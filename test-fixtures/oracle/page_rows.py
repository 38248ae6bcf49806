"""The rows on which the statements of the rules' pages run.

A table that references no other has two rows. Of a table that does, two rows reference the first rows of the others, and
a third one their last rows, so that it belongs to nothing of the first; a unique foreign key has one row for each. A table
that references itself is a small forest: rows 2 and 3 below row 1, row 4 below row 2, row 5 alone.
"""

from __future__ import annotations

import datetime
import uuid
import warnings
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, TypeDecorator, UniqueConstraint
from sqlalchemy.types import TypeEngine

Row = dict[str, Any]

#: The number of a row, None for no row.
Reference = int | None

LAST = -1


def insert_rows(connection: Connection, metadata: MetaData) -> None:
    """Fill every table of a `MetaData`. Foreign keys must be deferred: tables may reference each other."""
    with warnings.catch_warnings():
        # Tables that reference each other cannot be sorted, and need not be.
        warnings.simplefilter("ignore")
        tables = metadata.sorted_tables
    for table in tables:
        for row in rows_of(table):
            connection.execute(table.insert().values(row))


def rows_of(table: Table) -> list[Row]:
    return [row_of(table, number, parents) for number, parents in enumerate(references_of(table), start=1)]


def references_of(table: Table) -> list[list[Reference]]:
    """For every row of the table the rows that its foreign keys lead to; the last entry stands for all further ones."""
    foreign = [column for column in table.columns if column.foreign_keys]
    outward = [column for column in foreign if target_of(column).table is not table]
    if foreign and not outward:
        return [[None], [1], [1], [2], [None]]
    if not foreign:
        return [[], []]
    if any(is_unique(column, table) for column in outward):
        return [[1], [LAST]]
    if len([column for column in outward if column.primary_key]) > 1:
        return [[1, 1], [1, LAST], [LAST, 1]]
    return [[1], [1], [LAST]]


def row_of(table: Table, number: int, parents: list[Reference]) -> Row:
    """Row `number`, with its foreign keys leading to these rows of the tables that they reference."""
    row: Row = {}
    left = list(parents)
    for column in table.columns:
        if column.foreign_keys:
            parent = left.pop(0) if len(left) > 1 else left[0]
            row[column.name] = None if parent is None else value_of(target_of(column), parent)
        elif column.primary_key or not column.nullable:
            row[column.name] = value_of(column, number)
    return {column.key: row[column.name] for column in table.columns if column.name in row}


def target_of(column: Column[Any]) -> Column[Any]:
    return next(iter(column.foreign_keys)).column


def is_unique(column: Column[Any], table: Table) -> bool:
    constraints = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    keys = [table.primary_key, *constraints]
    return bool(column.unique) or any(list(key.columns) == [column] for key in keys)


def plain_type(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def value_of(column: Column[Any], number: int) -> Any:
    """The value of a column in row `number`; a key that references another one has that one's value."""
    if number == LAST:
        number = len(references_of(column.table))
    if column.foreign_keys and target_of(column).table is not column.table:
        parents = references_of(column.table)[number - 1]
        return value_of(target_of(column), parents[0] or 1)
    kind = plain_type(column.type).python_type
    if kind is str:
        return f"{column.name} {number}"
    if kind is uuid.UUID:
        return uuid.UUID(int=number)
    if kind is bool:
        return False
    if kind is datetime.datetime:
        return datetime.datetime(2024, 1, number)
    if kind is datetime.date:
        return datetime.date(2024, 1, number)
    return kind(number)
