"""What SQLAlchemy itself says of a project's models, in the shape that `ondelete schema` is compared with."""

from __future__ import annotations

from enum import Enum
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, MetaData, Table, UniqueConstraint
from sqlalchemy import exc as sa_exc
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import ColumnProperty, Mapper, RelationshipProperty
from sqlalchemy.sql.elements import ColumnElement, conv

from databases import create_template
from failures import Failure, describe_failure
from loading import Loaded

Facts = dict[str, Any]

DIALECT = sqlite.dialect()
QUOTING = sqlite.dialect()
QUOTING.identifier_preparer._requires_quotes = lambda _: True  # noqa: SLF001 - which names need quotes is another matter
LAZY_SYNONYMS = {True: "select", False: "joined", None: "noload"}


def inspect_models(loaded: Loaded) -> Facts:
    """Every table, every mapped class, and the first failure: at import, at configuration or in the DDL."""
    tables = [table for table in loaded.tables if any(each is table for each in table.metadata.tables.values())]
    failure = loaded.failure or ddl_failure(loaded.metadatas())
    configured = failure is None or failure["phase"] == "ddl"
    return {
        "failure": failure,
        "warnings": loaded.warnings,
        "tables": [describe_table(table, loaded.mappers) for table in tables],
        "classes": [describe_class(mapper, configured) for mapper in loaded.mappers],
    }


def ddl_failure(metadatas: list[MetaData]) -> Failure | None:
    """What would stop `create_all` on SQLite, other than a collation or a sequence, which SQLite does not have."""
    for metadata in metadatas:
        try:
            create_template(metadata, {}).close()
        except NotImplementedError:
            # SQLite has no sequences: a matter of the dialect.
            continue
        except Exception as error:
            if "no such collation sequence" not in str(error):
                return describe_failure("ddl", error)
    return None


def describe_table(table: Table, mappers: list[Mapper]) -> Facts:
    """Names, columns, keys, constraints and indexes of one table."""
    owners = [mapper for mapper in mappers if mapper.local_table is table and not single_table_child(mapper)]
    return {
        "name": table.name,
        "schema": table.schema,
        "class": class_name(owners[0].class_) if owners else None,
        "columns": [describe_column(column, owners[0] if owners else None) for column in table.columns],
        "primaryKey": [column.name for column in table.primary_key.columns],
        "uniques": sorted(
            ({"name": name_of(item), "columns": [column.name for column in item.columns]} for item in uniques(table)),
            key=repr,
        ),
        "indexes": sorted(
            (
                {
                    "name": name_of(index),
                    "columns": [column.name for column in index.columns],
                    "unique": bool(index.unique),
                }
                for index in table.indexes
            ),
            key=repr,
        ),
        "foreignKeys": sorted((describe_foreign_key(item) for item in foreign_key_constraints(table)), key=repr),
        "checks": sorted(
            (
                {"name": name_of(item), "text": check_text(item)}
                for item in [*table.constraints, *(item for column in table.columns for item in column.constraints)]
                if isinstance(item, CheckConstraint) and not getattr(item, "_type_bound", False)
            ),
            key=repr,
        ),
    }


def check_text(constraint: CheckConstraint) -> str:
    """Its SQL as in the DDL, with all names in quotes; a construct that only some dialects compile has no text."""
    compiler = QUOTING.ddl_compiler(QUOTING, None).sql_compiler
    try:
        return compiler.process(constraint.sqltext, include_table=False, literal_binds=True)
    except sa_exc.CompileError:
        return ""


def uniques(table: Table) -> list[UniqueConstraint]:
    return [item for item in table.constraints if isinstance(item, UniqueConstraint)]


def foreign_key_constraints(table: Table) -> list[ForeignKeyConstraint]:
    """In a fixed order: `Table.foreign_key_constraints` is a set."""
    return sorted(table.foreign_key_constraints, key=lambda item: (item.column_keys, item.elements[0].target_fullname))


def name_of(constraint: Any) -> str | None:
    """The name a constraint was given; a naming convention's name counts, a missing one does not."""
    name = constraint.name
    return str(name) if isinstance(name, (str, conv)) else None


def describe_column(column: Column, owner: Mapper | None) -> Facts:
    """One column; `type` is null where SQLite has no name for it."""
    return {
        "name": column.name,
        "key": column.key,
        "attribute": attribute_of(column, owner),
        "type": type_name(column),
        "nullable": bool(column.nullable),
        "primaryKey": bool(column.primary_key),
        "unique": bool(column.unique),
        "index": bool(column.index),
        "serverDefault": server_default(column),
    }


def attribute_of(column: Column, owner: Mapper | None) -> str | None:
    """The mapped attribute of a column, looked for in subclasses too: they may own columns of a shared table."""
    if owner is None:
        return None
    for mapper in owner.self_and_descendants:
        if column in mapper._columntoproperty:  # noqa: SLF001 - the public accessor raises where there is none
            return mapper.get_property_by_column(column).key
    return None


def type_name(column: Column) -> str | None:
    try:
        return column.type.compile(dialect=DIALECT)
    except sa_exc.CompileError:
        return None


def server_default(column: Column) -> str | None:
    """The SQL text after DEFAULT, as SQLAlchemy emits it for SQLite: expressions stand in parentheses."""
    if column.server_default is None:
        return None
    default = DIALECT.ddl_compiler(DIALECT, None).get_column_default_string(column)
    is_expression = isinstance(getattr(column.server_default, "arg", None), ColumnElement)
    return f"({default})" if is_expression else default


def describe_foreign_key(constraint: ForeignKeyConstraint) -> Facts:
    """One constraint with its referential actions; the target is taken from the text where no such table exists."""
    schema, table, columns = target_of(constraint)
    return {
        "name": name_of(constraint),
        "columns": [element.parent.name for element in constraint.elements],
        "target": {"schema": schema, "table": table, "columns": columns},
        "onDelete": upper(constraint.ondelete),
        "onUpdate": upper(constraint.onupdate),
        "deferrable": constraint.deferrable,
        "initially": constraint.initially,
        "useAlter": bool(constraint.use_alter),
    }


def target_of(constraint: ForeignKeyConstraint) -> tuple[str | None, str, list[str]]:
    try:
        targets = [element.column for element in constraint.elements]
        return targets[0].table.schema, targets[0].table.name, [column.name for column in targets]
    except sa_exc.SQLAlchemyError:
        parts = [element.target_fullname.split(".") for element in constraint.elements]
        first = parts[0]
        # A text without a schema names a table in that of the metadata.
        schema = ".".join(first[:-2]) or constraint.table.metadata.schema
        if len(first) == 1:
            # A table alone means its column of the same name.
            return schema, first[0], [element.parent.key for element in constraint.elements]
        return schema, first[-2], [part[-1] for part in parts]


def upper(action: str | None) -> str | None:
    return None if action is None else action.upper()


def describe_class(mapper: Mapper, configured: bool) -> Facts:
    """One mapped class; its relationships only where every mapper could be configured."""
    return {
        "class": class_name(mapper.class_),
        "table": None if mapper.local_table is None else str(mapper.local_table),
        "inherits": class_name(mapper.inherits.class_) if mapper.inherits else None,
        "inheritance": inheritance_of(mapper),
        "attributes": attributes_of(mapper),
        "polymorphicOn": getattr(mapper.polymorphic_on, "name", None),
        "polymorphicIdentity": plain(mapper.polymorphic_identity),
        "passiveDeletes": bool(mapper.passive_deletes),
        "confirmDeletedRows": bool(mapper.confirm_deleted_rows),
        "versionIdColumn": None if mapper.version_id_col is None else mapper.version_id_col.name,
        "relationships": [describe_relationship(item) for item in mapper.relationships] if configured else None,
    }


def attributes_of(mapper: Mapper) -> dict[str, str]:
    """Attribute → column name. `column_attrs` would configure the mappers, which may have failed already."""
    return {
        prop.key: prop.columns[0].name
        for prop in mapper._props.values()  # noqa: SLF001
        if isinstance(prop, ColumnProperty) and isinstance(prop.columns[0], Column)
    }


def plain(identity: Any) -> str | int | None:
    """A discriminator's value as JSON can hold it; a member of an enumeration is stored by its name."""
    return identity.name if isinstance(identity, Enum) else identity


def class_name(cls: type) -> str:
    return f"{cls.__module__}:{cls.__qualname__}"


def single_table_child(mapper: Mapper) -> bool:
    return mapper.inherits is not None and mapper.local_table is mapper.inherits.local_table


def inheritance_of(mapper: Mapper) -> str:
    if mapper.inherits is None:
        return "none"
    if mapper.concrete:
        return "concrete"
    return "single" if single_table_child(mapper) else "joined"


def describe_relationship(prop: RelationshipProperty) -> Facts:
    """One relationship as SQLAlchemy configured it."""
    return {
        "name": prop.key,
        "declaredOn": class_name(prop.parent.class_),
        "target": class_name(prop.mapper.class_),
        "direction": prop.direction.name,
        "uselist": bool(prop.uselist),
        "secondary": None if prop.secondary is None else str(prop.secondary),
        "synchronizePairs": pairs(prop.synchronize_pairs),
        "secondarySynchronizePairs": pairs(prop.secondary_synchronize_pairs or []),
        "cascade": sorted(prop.cascade),
        "passiveDeletes": "all" if prop.passive_deletes == "all" else bool(prop.passive_deletes),
        "viewonly": bool(prop.viewonly),
        "lazy": LAZY_SYNONYMS.get(prop.lazy, prop.lazy),
        "postUpdate": bool(prop.post_update),
        "singleParent": bool(prop.single_parent),
        "backPopulates": prop.back_populates,
        "reverse": sorted(item.key for item in prop._reverse_property),  # noqa: SLF001 - there is no public name for it
        "origin": "backref" if is_backref(prop) else "declared",
    }


def pairs(columns: list[tuple[Column, Column]]) -> list[list[str]]:
    """Column pairs as `table.column` texts, in a fixed order."""
    return sorted([column_text(left), column_text(right)] for left, right in columns)


def column_text(column: Column) -> str:
    """`table.column` with the table's schema; a subquery has only a name."""
    return f"{getattr(column.table, 'fullname', column.table.name)}.{column.name}"


def is_backref(prop: RelationshipProperty) -> bool:
    """True for the reverse attribute that another relationship's `backref` made."""
    for other in prop._reverse_property:  # noqa: SLF001
        reverse = other.backref[0] if isinstance(other.backref, tuple) else other.backref
        if reverse == prop.key:
            return True
    return False
