import { qualifiedName } from "../deletes/qualifiedName.ts";
import type { Column, ForeignKey, Location, MappedClass, Relationship, Schema, Table } from "../models/schema.ts";
import type { LineIndex } from "../workspace/lineIndex.ts";
import type { SchemaReport } from "./schemaReport.ts";
import { shownPath } from "./shownPath.ts";

/** The schema as the JSON that `docs/cli.md` describes, version 1. */
export function schemaJson({ parts, lines }: SchemaReport): string {
  const tables = parts.flatMap(({ schema, tables: own, classes }) => [
    ...own.map((table) => tableJson(schema, table, lines)),
    ...classes.map((mapped) => subclassJson(schema, mapped, lines)),
  ]);
  const unresolved = parts.flatMap((part) =>
    part.unresolved.map(({ what, why, ...place }) => ({ ...placeJson(place, lines), what, why })),
  );
  return `${JSON.stringify({ version: 1, tables, unresolved }, null, 1)}\n`;
}
