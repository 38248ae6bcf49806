import { columnsLabel, qualifiedName } from "../deletes/qualifiedName.ts";
import type { Column } from "../models/schema/column.ts";
import type { Location } from "../models/schema/keys.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { ForeignKey } from "../models/schema/table.ts";
import { type Style, styleFor } from "./colour.ts";
import type { SchemaReport, TableEntry } from "./schemaReport.ts";
import { shownPath } from "./shownPath.ts";

/** The schema for people: a paragraph for each table. */
export function schemaText(report: SchemaReport, colour: boolean): string {
  const style = styleFor(colour);
  const place = (location: Location) => {
    const { line } = report.lines(location.file).positionAt(location.start);
    return `${shownPath(location.file)}:${line + 1}`;
  };
  const tables = report.parts.flatMap(({ schema, tables: entries }) =>
    entries.map((entry) => tableText(entry, schema, place, style)),
  );
  const unresolved = report.parts.flatMap((part) =>
    part.unresolved.map((each) => `  ${place(each)}: ${each.what}: ${each.why}\n`),
  );
  const rest =
    unresolved.length === 0
      ? ""
      : `${style.strong("Not understood without running the code:")}\n${unresolved.join("")}`;
  if (tables.length === 0 && rest === "") return "No tables found.\n";
  return [...tables, ...(rest === "" ? [] : [rest])].join("\n");
}

function tableText(
  { table, mapped }: TableEntry,
  schema: Schema,
  place: (location: Location) => string,
  style: Style,
): string {
  const owner = mapped === null ? "Table" : `class ${mapped.name}`;
  const rows = [
    ...table.columns.map((column) => columnRow(column)),
    ...table.foreignKeys.map((foreignKey) => foreignKeyRow(foreignKey)),
    ...(mapped?.relationships ?? []).map((relationship) => relationshipRow(relationship, schema)),
  ];
  const widths = [0, 1].map((index) => Math.max(0, ...rows.map((row) => row[index]?.length ?? 0)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ")}`.trimEnd(),
  );
  const heading = `${style.strong(qualifiedName(table))}  ${style.faint(`${owner}, ${place((mapped ?? table).location)}`)}`;
  return `${heading}\n${lines.map((line) => `${line}\n`).join("")}`;
}

type Row = readonly [name: string, what: string, details: string];

function columnRow({ name, type, primaryKey, nullable, unique, index, serverDefault }: Column): Row {
  const details = [
    ...(primaryKey ? ["primary key"] : []),
    nullable ? "nullable" : "not null",
    ...(unique ? ["unique"] : []),
    ...(index ? ["indexed"] : []),
    ...(serverDefault === null ? [] : [`default ${serverDefault}`]),
  ];
  return [name, type.ddl, details.join(", ")];
}

function foreignKeyRow({ columns, target, onDelete }: ForeignKey): Row {
  const parent = qualifiedName({ schema: target.schema, name: target.table });
  const from = columns.length === 1 ? (columns[0] ?? "") : `(${columns.join(", ")})`;
  return [
    from,
    `-> ${columnsLabel(parent, target.columns)}`,
    onDelete === null ? "no ON DELETE" : `ON DELETE ${onDelete}`,
  ];
}

const DIRECTION = { ONETOMANY: "one-to-many", MANYTOONE: "many-to-one", MANYTOMANY: "many-to-many" } as const;

function relationshipRow(relationship: Relationship, schema: Schema): Row {
  const { name, target, direction, uselist, cascade, passiveDeletes, viewonly, lazy } = relationship;
  const kind = direction === "ONETOMANY" && !uselist ? "one-to-one" : DIRECTION[direction];
  const options = [
    kind,
    `cascade "${cascade.join(", ")}"`,
    ...(passiveDeletes === false ? [] : [`passive_deletes ${passiveDeletes === true ? "True" : '"all"'}`]),
    ...(viewonly ? ["viewonly"] : []),
    ...(lazy === "select" ? [] : [`lazy "${lazy}"`]),
  ];
  return [name, `=> ${schema.classes.get(target)?.name ?? target}`, options.join(", ")];
}
