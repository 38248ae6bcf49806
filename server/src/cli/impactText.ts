import type { CellValue, Effect, Impact, PathImpact, Row } from "../deletes/impact.ts";
import { type DeletePath, deletePaths, type OutcomeKind } from "../deletes/outcome.ts";
import { qualifiedName } from "../deletes/qualifiedName.ts";
import type { Schema } from "../models/schema/schema.ts";
import { type Style, styleFor } from "./colour.ts";

const PATH_TITLE: Readonly<Record<DeletePath, string>> = {
  orm: "ORM",
  ormLoaded: "ORM, relationships loaded before",
  sql: "SQL, past the ORM",
};

/** The preview for people: what becomes of the rows on each path, the statements behind it, and the rows. */
export function impactText(impact: Impact, schema: Schema, colour: boolean): string {
  const style = styleFor(colour);
  const parts = [
    `${style.strong(`Deleting one ${impact.model}`)} (table ${impact.table}, ${impact.dialect})\n`,
    ...deletePaths.map((path) => pathText(PATH_TITLE[path], impact.paths[path], style)),
    dataText(impact, schema, style),
  ];
  if (impact.truncated) parts.push("There are more rows than shown: the data set was cut.\n");
  if (impact.notes.length > 0) {
    parts.push(`${style.strong("Not in the picture:")}\n${impact.notes.map((note) => `  ${note}\n`).join("")}`);
  }
  return parts.filter((part) => part !== "").join("\n");
}

function pathText(title: string, path: PathImpact, style: Style): string {
  const lines = [`${style.strong(title)}: ${path.statement}`];
  if (path.error === null) {
    lines.push(...effectLines(path.effects));
  } else {
    const { kind, reason, foreignKey } = path.error;
    const cause = foreignKey === null ? "" : ` (${foreignKey})`;
    lines.push(`  ${style.severity("error", "fails")} with ${kind}: ${reason}${cause}; nothing is deleted`);
  }
  for (const statement of path.statements) lines.push(style.faint(`    ${statement.replaceAll(/\s+/g, " ")}`));
  return `${lines.join("\n")}\n`;
}

const OUTCOME: Readonly<Record<OutcomeKind, string>> = {
  deleted: "deleted",
  nulled: "kept, foreign key set to NULL",
  defaulted: "kept, foreign key set to its default",
  blocked: "in the way",
  dangling: "kept, reference left dangling",
  untouched: "not touched",
};

function effectLines(effects: readonly Effect[]): readonly string[] {
  if (effects.length === 0) return ["  no other row changes"];
  const width = Math.max(...effects.map(({ foreignKey }) => foreignKey.length));
  return effects.map(({ foreignKey, relationship, outcome, by, rows, depth }) => {
    const who =
      outcome === "untouched" || outcome === "dangling" ? "" : ` by ${by === "orm" ? "the ORM" : "the database"}`;
    const through = relationship === null ? "" : ` through ${relationship}`;
    const indent = "  ".repeat(Math.min(depth, 8));
    return `${indent}${foreignKey.padEnd(width)}  ${rows} ${rows === 1 ? "row" : "rows"} ${OUTCOME[outcome]}${who}${through}`;
  });
}

/** The rows before, each with what becomes of it on the three paths. */
function dataText(impact: Impact, schema: Schema, style: Style): string {
  const tables = Object.entries(impact.before).filter(([, rows]) => rows.length > 0);
  if (tables.length === 0) return "";
  const keys = new Map([...schema.tables.values()].map((table) => [qualifiedName(table), table.primaryKey]));
  const blocks = tables.map(([table, rows]) => tableText(table, rows, keys.get(table) ?? [], impact));
  return `${style.strong("Rows, and what becomes of them (ORM / ORM, loaded / SQL)")}\n${blocks.join("")}`;
}

function tableText(table: string, rows: readonly Row[], key: readonly string[], impact: Impact): string {
  const after = deletePaths.map((path) => impact.paths[path].after[table] ?? []);
  const lines = rows.map((row) => {
    const fates = after.map((remaining) => fateOf(row, remaining, key));
    return [rowText(row), fates.every((each) => each === fates[0]) ? (fates[0] ?? "") : fates.join(" / ")] as const;
  });
  const width = Math.max(...lines.map(([text]) => text.length));
  return `  ${table}\n${lines.map(([text, fate]) => `    ${text.padEnd(width)}  ${fate}\n`).join("")}`;
}

/** `stays`, `goes`, or the columns that change. */
function fateOf(row: Row, remaining: readonly Row[], key: readonly string[]): string {
  const columns = key.length > 0 ? key : Object.keys(row);
  const same = remaining.find((each) => columns.every((column) => each[column] === row[column]));
  if (same === undefined) return "goes";
  const changed = Object.keys(row).filter((column) => row[column] !== same[column]);
  return changed.length === 0
    ? "stays"
    : changed.map((column) => `${column} = ${cell(same[column] ?? null)}`).join(", ");
}

function rowText(row: Row): string {
  return Object.entries(row)
    .map(([column, value]) => `${column}=${cell(value)}`)
    .join(" ");
}

function cell(value: CellValue): string {
  if (value === null) return "NULL";
  return typeof value === "number" ? String(value) : `'${value}'`;
}
