import type { DeclaredColumn, DeclaredForeignKey, DeclaredTable, ForeignKeyTargetColumn } from "../declaredTable.ts";
import type { TableKey } from "../schema/keys.ts";
import type { ForeignKeyTarget } from "../schema/table.ts";
import type { Value } from "../value.ts";
import { tableKeyOf } from "./buildTable.ts";

/** How tables and columns are found, once all files are read. */
export interface TableLookup {
  readonly table: (key: TableKey) => DeclaredTable | undefined;
  /** The table that a class or a `Table` name stands for. */
  readonly tableOfValue: (value: Value) => DeclaredTable | null;
  /** The column that an attribute of a mapped class stands for. */
  readonly columnOfAttribute: (
    value: Value,
    attribute: string,
  ) => { readonly table: DeclaredTable; readonly column: DeclaredColumn } | null;
}

/** The target of a foreign key; null where a column object stands for a column that is not known. */
export function resolveTarget(
  foreignKey: DeclaredForeignKey,
  table: DeclaredTable,
  lookup: TableLookup,
): ForeignKeyTarget | null {
  const [first] = foreignKey.targets;
  if (first === undefined) return null;
  if (first.kind === "column") return targetOfColumns(foreignKey.targets, lookup);
  const parts = foreignKey.targets.map((target) => (target.kind === "text" ? splitTarget(target.text) : null));
  const [head] = parts;
  if (head === null || head === undefined) return null;
  const schema = head.schema ?? table.setting.defaultSchema;
  const key = tableKeyOf(table.metadata, schema, head.table);
  const found = lookup.table(key);
  return {
    schema,
    table: found?.name ?? head.table,
    columns: parts.map((part, index) => columnName(found, part?.column ?? null, foreignKey, index)),
    key: found === undefined ? null : key,
  };
}

/** `"schema.table.column"`: what stands before the last two dots is the schema. */
export function splitTarget(text: string): {
  readonly schema: string | null;
  readonly table: string;
  readonly column: string | null;
} {
  const parts = text.split(".");
  if (parts.length === 1) return { schema: null, table: text, column: null };
  const column = parts.pop() ?? "";
  const table = parts.pop() ?? "";
  return { schema: parts.length > 0 ? parts.join(".") : null, table, column };
}

/** A string names the key of the column; without a column it means the one that is called like the referencing column. */
function columnName(
  found: DeclaredTable | undefined,
  named: string | null,
  foreignKey: DeclaredForeignKey,
  index: number,
): string {
  const wanted = named ?? foreignKey.columns[index] ?? "";
  const column = foreignKey.linkToName
    ? found?.columns.find(({ name }) => name === wanted)
    : (found?.columns.find(({ key }) => key === wanted) ?? found?.columns.find(({ name }) => name === wanted));
  return column?.name ?? wanted;
}

function targetOfColumns(targets: DeclaredForeignKey["targets"], lookup: TableLookup): ForeignKeyTarget | null {
  const columns: string[] = [];
  let owner: DeclaredTable | null = null;
  for (const target of targets) {
    const found = target.kind === "column" ? columnOf(target, lookup) : null;
    if (found === null || (owner !== null && found.table !== owner)) return null;
    owner = found.table;
    columns.push(found.column.name);
  }
  return owner === null ? null : { schema: owner.schema, table: owner.name, columns, key: owner.key };
}

/** `User.id`, `User.__table__.c.id`, `user.c.id`, `user.c["id"]`. */
function columnOf(
  { value }: ForeignKeyTargetColumn,
  lookup: TableLookup,
): { readonly table: DeclaredTable; readonly column: DeclaredColumn } | null {
  const [item] = value.kind === "subscript" ? value.items : [];
  const name = value.kind === "attribute" ? value.name : item?.kind === "string" ? item.value : null;
  if (name === null || (value.kind !== "attribute" && value.kind !== "subscript")) return null;
  if (value.of.kind === "attribute" && (value.of.name === "c" || value.of.name === "columns")) {
    const table = lookup.tableOfValue(value.of.of);
    const column = table?.columns.find(({ key }) => key === name);
    return table === null || column === undefined ? null : { table, column };
  }
  return value.of.kind === "class" ? lookup.columnOfAttribute(value.of, name) : null;
}
