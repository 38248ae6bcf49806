import type { DeclaredColumn } from "../declaredTable.ts";
import type { Index, UniqueConstraint } from "../schema/table.ts";
import type { Value } from "../value.ts";
import type { TableParts } from "./buildTable.ts";
import { readExtent } from "./indexExtent.ts";
import { constraintName, readNamingConvention } from "./namingConvention.ts";

/** Unique constraints: of columns, and listed ones. A unique column with an index has a unique index instead. */
export function uniquesOf(
  columns: readonly DeclaredColumn[],
  parts: TableParts,
  find: (value: Value) => string | null,
): readonly UniqueConstraint[] {
  const ofColumns = columns
    .filter(({ unique, index }) => unique && !index)
    .map(({ name }) => ({ name: null, columns: [name] }));
  const listed = parts.arguments.uniques.map(({ name, columns: list }) => ({
    name,
    columns: list.map(find).filter((column) => column !== null),
  }));
  return [...ofColumns, ...listed.filter(({ columns: list }) => list.length > 0)].map((unique) => ({
    ...unique,
    name: conventionalName("uq", unique, parts),
  }));
}

/** Indexes: of columns, and listed ones. */
export function indexesOf(
  columns: readonly DeclaredColumn[],
  parts: TableParts,
  find: (value: Value) => string | null,
): readonly Index[] {
  const ofColumns = columns
    .filter(({ index }) => index)
    .map(({ name, unique }) => ({ name: null, columns: [name], unique, extent: null }));
  const listed = parts.arguments.indexes.map(({ name, columns: list, unique, conditions }) => ({
    name,
    columns: list.map((value) => firstColumnIn(value, find)).filter((column) => column !== null),
    unique,
    extent: readExtent(list, conditions, columns, find),
  }));
  return [...ofColumns, ...listed].map((index) => ({
    ...index,
    name: conventionalName("ix", index, parts),
  }));
}

/** The name of the primary key: the one given, or by the convention of the metadata. */
export function primaryKeyNameOf(columns: readonly string[], parts: TableParts): string | null {
  return conventionalName("pk", { name: parts.arguments.primaryKeyName, columns }, parts);
}

function conventionalName(
  kind: "ix" | "uq" | "pk",
  { name: given, columns }: UniqueConstraint,
  { name: table, schema, metadata }: TableParts,
): string | null {
  const convention = readNamingConvention(metadata.namingConvention);
  return constraintName(convention, kind, {
    given,
    table,
    schema,
    columns,
  });
}

/** The first column inside an indexed expression: `func.lower(User.email)`, `User.created.desc()`. */
function firstColumnIn(value: Value, find: (value: Value) => string | null, depth = 0): string | null {
  const direct = find(value);
  if (direct !== null || depth > 8) return direct;
  const inside =
    value.kind === "call"
      ? [
          ...(value.callee.kind === "attribute" ? [value.callee.of] : []),
          ...value.arguments.filter(({ kind }) => kind !== "string"),
        ]
      : value.kind === "operation"
        ? value.operands
        : value.kind === "attribute"
          ? [value.of]
          : [];
  for (const part of inside) {
    const found = firstColumnIn(part, find, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The column that a constraint names: by key, by name, or as an attribute of the class. */
export function columnNamed(columns: readonly DeclaredColumn[], value: Value): string | null {
  if (value.kind === "string") {
    const column = columns.find(({ key }) => key === value.value) ?? columns.find(({ name }) => name === value.value);
    return column?.name ?? null;
  }
  if (value.kind === "attribute") {
    const column =
      columns.find(({ attribute }) => attribute === value.name) ?? columns.find(({ key }) => key === value.name);
    return column?.name ?? null;
  }
  return null;
}
