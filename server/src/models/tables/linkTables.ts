import { UNKNOWN_TYPE } from "../columns/columnTypes.ts";
import type { DeclaredColumn, DeclaredTable } from "../declaredTable.ts";
import { lasting } from "../lasting.ts";
import type { Column, ColumnType } from "../schema/column.ts";
import type { TableKey } from "../schema/keys.ts";
import type { Unresolved } from "../schema/schema.ts";
import type { ForeignKey, ForeignKeyTarget, Table } from "../schema/table.ts";
import { resolveTarget, type TableLookup } from "./foreignKeyTargets.ts";
import { constraintName } from "./namingConvention.ts";

/** A table with its foreign keys resolved, and what of it could not be. */
export interface LinkedTable {
  readonly declared: DeclaredTable;
  readonly table: Table;
  /** The first target of each foreign key as the source writes it; null for a column object. */
  readonly targetTexts: readonly (string | null)[];
  readonly unresolved: readonly Unresolved[];
  /** The tables that were looked up, as they were; null where more than tables decided. */
  readonly references: readonly Reference[] | null;
}

interface Reference {
  readonly key: TableKey;
  /** Undefined for a table that was not there. */
  readonly table: DeclaredTable | undefined;
}

/** Untyped columns may reference untyped columns; SQLAlchemy follows such chains, and so does this, to this length. */
const LONGEST_CHAIN = 20;

/** Resolves the foreign keys of a table, keeping `previous` where it comes out the same. */
export function linkTable(
  declared: DeclaredTable,
  lookup: TableLookup,
  previous: LinkedTable | undefined,
): LinkedTable {
  if (previous?.declared === declared && findsSame(lookup, previous.references)) return previous;
  const noted = notingLookup(lookup);
  return { ...linkAnew(declared, noted.lookup, previous), references: noted.references() };
}

function findsSame(lookup: TableLookup, references: readonly Reference[] | null): boolean {
  if (references === null) return false;
  for (const { key, table } of references) if (lookup.table(key) !== table) return false;
  return true;
}

/** Notes what is looked up. */
function notingLookup(lookup: TableLookup): {
  readonly lookup: TableLookup;
  readonly references: () => readonly Reference[] | null;
} {
  const references: Reference[] = [];
  let onlyTables = true;
  return {
    references: () => (onlyTables ? lasting(references) : null),
    lookup: {
      table: (key) => {
        const table = lookup.table(key);
        references.push({ key, table });
        return table;
      },
      tableOfValue: (value) => {
        onlyTables = false;
        return lookup.tableOfValue(value);
      },
      columnOfAttribute: (value, attribute) => {
        onlyTables = false;
        return lookup.columnOfAttribute(value, attribute);
      },
    },
  };
}

function linkAnew(
  declared: DeclaredTable,
  lookup: TableLookup,
  previous: LinkedTable | undefined,
): Omit<LinkedTable, "references"> {
  const targets = declared.foreignKeys.map((foreignKey) => resolveTarget(foreignKey, declared, lookup));
  const types = declared.columns.map((column) => column.type ?? referencedType(declared, column, lookup, 0));
  if (previous?.declared === declared && isSame(previous, targets, types)) return previous;
  const unresolved: Unresolved[] = [];
  const foreignKeys: ForeignKey[] = [];
  const targetTexts: (string | null)[] = [];
  declared.foreignKeys.forEach(({ targets: texts, linkToName: _, ...foreignKey }, index) => {
    const target = targets[index] ?? null;
    if (target !== null) {
      foreignKeys.push({
        ...foreignKey,
        target,
        name: conventionalName(declared, foreignKey, target),
      });
      targetTexts.push(texts[0]?.kind === "text" ? texts[0].text : null);
    } else
      unresolved.push({
        ...foreignKey.location,
        what: `foreign key of ${declared.name}`,
        why: "the column it references is not known",
      });
  });
  const columns = declared.columns.map((column, index) => typed(column, types[index] ?? UNKNOWN_TYPE));
  const { setting: _, ...table } = declared;
  for (const { name, location, type } of columns) {
    const isUnknown = type === UNKNOWN_TYPE && !isForeign(declared, name);
    if (!isUnknown && type.openSize === undefined) continue;
    unresolved.push({
      ...location,
      what: `type of ${declared.name}.${name}`,
      why: isUnknown ? "it is not a type of SQLAlchemy or of the workspace" : "its size is not a constant",
    });
  }
  return {
    declared,
    targetTexts: lasting(targetTexts),
    unresolved: lasting(unresolved),
    table: {
      ...table,
      columns,
      foreignKeys: lasting(foreignKeys),
      complete: declared.complete && foreignKeys.length === declared.foreignKeys.length,
    },
  };
}

function typed(column: DeclaredColumn, type: ColumnType): Column {
  return isTyped(column) ? column : { ...column, type };
}

function isTyped(column: DeclaredColumn): column is DeclaredColumn & Column {
  return column.type !== null;
}

/** A column without a type takes the type of the column it references. */
function referencedType(table: DeclaredTable, column: DeclaredColumn, lookup: TableLookup, depth: number): ColumnType {
  const foreignKey = table.foreignKeys.find(({ columns }) => columns.includes(column.name));
  if (foreignKey === undefined || depth > LONGEST_CHAIN) return UNKNOWN_TYPE;
  const target = resolveTarget(foreignKey, table, lookup);
  const referenced = target?.key === null || target === null ? undefined : lookup.table(target.key);
  const name = target?.columns[foreignKey.columns.indexOf(column.name)];
  const found = referenced?.columns.find((candidate) => candidate.name === name);
  if (referenced === undefined || found === undefined) return UNKNOWN_TYPE;
  return found.type ?? referencedType(referenced, found, lookup, depth + 1);
}

function isSame(
  { table }: LinkedTable,
  targets: readonly (ForeignKeyTarget | null)[],
  types: readonly ColumnType[],
): boolean {
  if (table.foreignKeys.length !== targets.length) return false;
  return (
    table.foreignKeys.every(({ target }, index) => sameTarget(target, targets[index] ?? null)) &&
    table.columns.every(({ type }, index) => type === types[index])
  );
}

function sameTarget(a: ForeignKeyTarget, b: ForeignKeyTarget | null): boolean {
  return (
    b !== null &&
    a.key === b.key &&
    a.table === b.table &&
    a.schema === b.schema &&
    a.columns.length === b.columns.length &&
    a.columns.every((column, index) => column === b.columns[index])
  );
}

function isForeign({ foreignKeys }: DeclaredTable, column: string): boolean {
  return foreignKeys.some(({ columns }) => columns.includes(column));
}

function conventionalName(
  { name, schema, setting }: DeclaredTable,
  { name: given, columns }: Pick<ForeignKey, "name" | "columns">,
  target: ForeignKeyTarget,
): string | null {
  return constraintName(setting.namingConvention, "fk", { given, table: name, schema, columns, target });
}
