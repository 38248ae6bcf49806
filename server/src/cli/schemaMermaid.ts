import { qualifiedName } from "../deletes/qualifiedName.ts";
import type { Column } from "../models/schema/column.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { ForeignKey, Table } from "../models/schema/table.ts";
import { mermaidName, mermaidString, mermaidWord } from "./mermaidText.ts";
import type { SchemaReport } from "./schemaReport.ts";

/** The tables and foreign keys as a Mermaid entity-relationship diagram. */
export function schemaMermaid({ parts }: SchemaReport): string {
  const lines = parts.flatMap(({ schema, tables }) => {
    const own = [...new Set(tables.map(({ table }) => table))];
    return [
      ...own.flatMap(entity),
      ...own.flatMap((table) => table.foreignKeys.map((key) => edge(schema, table, key))),
    ];
  });
  return `erDiagram\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function entity(table: Table): readonly string[] {
  const referencing = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  return [
    `${mermaidName(qualifiedName(table))} {`,
    ...table.columns.map((column) => `  ${columnText(column, referencing.has(column.name))}`),
    "}",
  ];
}

function columnText({ name, type, primaryKey, unique, nullable }: Column, isForeignKey: boolean): string {
  const keys = [...(primaryKey ? ["PK"] : []), ...(isForeignKey ? ["FK"] : []), ...(unique ? ["UK"] : [])];
  const note = nullable ? ' "nullable"' : "";
  return `${mermaidWord(type.ddl)} ${mermaidWord(name)}${keys.length > 0 ? ` ${keys.join(", ")}` : ""}${note}`;
}

/** `||` is exactly one, `|o` at most one, `o{` any number. */
function edge(schema: Schema, table: Table, foreignKey: ForeignKey): string {
  const { target, columns, onDelete } = foreignKey;
  const parent = target.key === null ? undefined : schema.tables.get(target.key);
  const parentName = parent === undefined ? target.table : qualifiedName(parent);
  const isRequired = columns.every((name) => table.columns.find((column) => column.name === name)?.nullable === false);
  const label = `${columns.join(", ")}${onDelete === null ? "" : ` (${onDelete})`}`;
  return `${mermaidName(parentName)} ${isRequired ? "||" : "|o"}--o{ ${mermaidName(qualifiedName(table))} : ${mermaidString(label)}`;
}
