import type { Column } from "./column.ts";
import type { ClassKey, DeclarationCall, Location, TableKey } from "./keys.ts";

export interface Table {
  readonly key: TableKey;
  /** Which `MetaData` holds it. Tables of different metadata never see each other. */
  readonly metadata: string;
  readonly name: string;
  /** The database schema (`__table_args__ = {"schema": …}`), null for the default one. */
  readonly schema: string | null;
  /** The class mapped to it (the base of a single-table hierarchy); null for a Core `Table`. */
  readonly classKey: ClassKey | null;
  readonly module: string;
  readonly columns: readonly Column[];
  /** Names of the primary key columns, in key order. */
  readonly primaryKey: readonly string[];
  /** The name of its constraint, as given or by the metadata's naming convention. */
  readonly primaryKeyName: string | null;
  /** Unique constraints, `unique=True` columns included, unique indexes not. */
  readonly uniques: readonly UniqueConstraint[];
  readonly indexes: readonly Index[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly CheckConstraint[];
  /** The class name, or the `Table(...)` call. */
  readonly location: Location;
  /** False where some part of it (a base, a mixin, a column factory) could not be read: it may have more than is listed. */
  readonly complete: boolean;
}

export interface CheckConstraint {
  /** The condition, null where it is not a plain string. */
  readonly text: string | null;
  /** As given, or by the metadata's naming convention. */
  readonly name: string | null;
}

export interface UniqueConstraint {
  readonly name: string | null;
  readonly columns: readonly string[];
}

export interface Index {
  readonly name: string | null;
  /** The columns that it is over; the first one in each expression. */
  readonly columns: readonly string[];
  readonly unique: boolean;
  /** What it covers where that is not the plain columns of all rows, else null. */
  readonly extent: IndexExtent | null;
}

/** An index over expressions, or over some of the rows. */
export interface IndexExtent {
  readonly terms: readonly IndexTerm[];
  /** The condition on the rows by dialect, as SQL; null for one that is not understood. */
  readonly where: Readonly<Record<string, string | null>>;
}

/** One of the things that an index is over. */
export interface IndexTerm {
  /** Null where it is not understood. */
  readonly sql: string | null;
  /** A function of SQLAlchemy's (`func.lower(…)`), which some databases want in brackets; written as a text it is none. */
  readonly isCall: boolean;
}

export interface ForeignKey {
  /** The constraint name, null when the source gives none. */
  readonly name: string | null;
  readonly table: TableKey;
  /** Names of the referencing columns. */
  readonly columns: readonly string[];
  readonly target: ForeignKeyTarget;
  /** The referential action, upper-cased, null when absent (SQL's NO ACTION). */
  readonly onDelete: string | null;
  /** The action exactly as it gets into the DDL, null when absent: a member of an enumeration may be written otherwise. */
  readonly onDeleteText: string | null;
  readonly onUpdate: string | null;
  readonly deferrable: boolean | null;
  readonly initially: string | null;
  readonly useAlter: boolean;
  /** The attribute (or `ForeignKeyConstraint`) that carries it. */
  readonly location: Location;
  /** The innermost call that takes its options: `Field(...)`, `ForeignKey(...)` or `ForeignKeyConstraint(...)`. */
  readonly call: DeclarationCall;
  /** The value of `ondelete=`, null when absent. */
  readonly onDeleteLocation: Location | null;
}

export interface ForeignKeyTarget {
  readonly schema: string | null;
  readonly table: string;
  /** Names of the referenced columns, one for each referencing column. */
  readonly columns: readonly string[];
  /** The table it names, null when no such table is known. */
  readonly key: TableKey | null;
}

export interface ForeignKeyReference {
  readonly table: TableKey;
  /** Index into that table's `foreignKeys`. */
  readonly index: number;
}

export interface ColumnReference {
  readonly table: TableKey;
  readonly column: string;
}
