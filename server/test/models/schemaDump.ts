import { expect } from "vitest";
import { buildSchema } from "../../src/models/buildSchema.ts";
import { readFileFacts } from "../../src/models/fileFacts.ts";
import type { Column } from "../../src/models/schema/column.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
import type { ForeignKey, Table } from "../../src/models/schema/table.ts";
import { readModule } from "../../src/python/reader.ts";

/** Expects the tables, problems and gaps of a project, both given as text. */
export function tables(source: string, expected: string): void {
  expect(dumpTables(schemaOf(source))).toBe(outdented(expected).trimEnd());
}

/** Builds the schema of a project given as one text: `# file: app/models.py` starts a file; without one it is `models.py`. */
export function schemaOf(source: string): Schema {
  return buildSchema(filesOf(source).map(([file, text]) => readFileFacts(file, text, readModule(text)))).schema;
}

export function filesOf(source: string): readonly (readonly [string, string])[] {
  const parts = outdented(source).split(/^# file: (.*)\n/m);
  const [first = "", ...rest] = parts;
  const files: (readonly [string, string])[] = first.trim() === "" ? [] : [["models.py", first]];
  for (let index = 0; index < rest.length; index += 2) files.push([(rest[index] ?? "").trim(), rest[index + 1] ?? ""]);
  return files;
}

/** Removes the indentation that all lines share, so that sources and expectations can stand indented in a test. */
export function outdented(text: string): string {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n[ \t]*$/, "\n")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join("\n");
}

/**
 * Tables as text, one line for each column, constraint and problem. What is usual is left out: a nullable column is marked
 * `null`, a column called like its attribute shows one name.
 */
export function dumpTables(schema: Schema): string {
  const lines = [...schema.tables.values()].flatMap(dumpTable);
  for (const { code, phase, exception, className, attribute } of schema.problems) {
    const subject = [className, attribute].filter((part) => part !== null).join(".");
    lines.push(`! ${code} ${subject} (${[phase, exception].filter((part) => part !== "").join(", ")})`);
  }
  for (const { what, why } of schema.unresolved) lines.push(`? ${what}: ${why}`);
  return lines.join("\n");
}

function dumpTable(table: Table): string[] {
  const name = table.schema === null ? table.name : `${table.schema}.${table.name}`;
  const owner = table.classKey === null ? "" : ` <${table.classKey.replace(/^models:/, "")}>`;
  const keyOrder = table.columns.filter(({ primaryKey }) => primaryKey).map((column) => column.name);
  return [
    `${name}${owner}${table.complete ? "" : " (incomplete)"}`,
    ...table.columns.map((column) => `  ${dumpColumn(column)}`),
    ...(keyOrder.join() === table.primaryKey.join() ? [] : [`  key ${table.primaryKey.join(", ")}`]),
    ...table.foreignKeys.map((foreignKey) => `  ${dumpForeignKey(foreignKey)}`),
    ...table.uniques.map(
      (unique) => `  unique${unique.name === null ? "" : ` ${unique.name}`} (${unique.columns.join(", ")})`,
    ),
    ...table.indexes.map(
      (index) => `  ${index.unique ? "unique " : ""}index ${index.name} (${index.columns.join(", ")})`,
    ),
    ...table.checks.map(({ text, name }) => `  check ${name === null ? "" : `${name}: `}${text}`),
  ];
}

function dumpColumn(column: Column): string {
  const { name, key, attribute, type, nullable, primaryKey, serverDefault } = column;
  const names = attribute === null || attribute === name ? name : `${name} as ${attribute}`;
  return [
    names,
    ...(key === name ? [] : [`key=${key}`]),
    type.ddl,
    ...(type.enumValues === null ? [] : [`[${type.enumValues.join(", ")}]`]),
    ...(primaryKey ? ["pk"] : []),
    ...(nullable ? ["null"] : []),
    ...(serverDefault === null ? [] : [`default ${serverDefault}`]),
  ].join(" ");
}

function dumpForeignKey({
  name,
  columns,
  target,
  onDelete,
  onUpdate,
  deferrable,
  initially,
  useAlter,
}: ForeignKey): string {
  const table = target.schema === null ? target.table : `${target.schema}.${target.table}`;
  return [
    `${columns.join(", ")} -> ${table}(${target.columns.join(", ")})${target.key === null ? " unknown" : ""}`,
    ...(onDelete === null ? [] : [`on delete ${onDelete}`]),
    ...(onUpdate === null ? [] : [`on update ${onUpdate}`]),
    ...(deferrable === null ? [] : [deferrable ? "deferrable" : "not deferrable"]),
    ...(initially === null ? [] : [`initially ${initially}`]),
    ...(useAlter ? ["use alter"] : []),
    ...(name === null ? [] : [`named ${name}`]),
  ].join(" ");
}
