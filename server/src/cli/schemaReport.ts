import type { Dialect } from "../deletes/impact.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Schema, Unresolved } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";
import type { LineIndex } from "../workspace/lineIndex.ts";
import { lineIndexes } from "./checkReport.ts";
import type { Targets } from "./targets.ts";

/** What `schema` has to say, in no format yet. */
export interface SchemaReport {
  readonly parts: readonly SchemaPart[];
  readonly lines: (file: string) => LineIndex;
}

/** What was understood in the files of one project that were asked for. */
interface SchemaPart {
  readonly schema: Schema;
  readonly dialect: Dialect;
  /** In order of definition. */
  readonly tables: readonly TableEntry[];
  readonly unresolved: readonly Unresolved[];
}

/**
 * A table with a class mapped to it. A table that several classes share (single-table inheritance) has an entry for each,
 * the one that the table belongs to first; a Core table has one without a class.
 */
export interface TableEntry {
  readonly table: Table;
  readonly mapped: MappedClass | null;
}

export function schemaReport(targets: Targets): SchemaReport {
  const parts = targets.projects.map(({ schema, previewOptions }) => ({
    schema,
    dialect: previewOptions.dialect,
    tables: tableEntries(schema).filter(({ table, mapped }) => targets.includes((mapped ?? table).location.file)),
    unresolved: schema.unresolved.filter(({ file }) => targets.includes(file)),
  }));
  return { parts, lines: lineIndexes(targets.projects) };
}

function tableEntries(schema: Schema): readonly TableEntry[] {
  const sharing = new Map<string, MappedClass[]>();
  for (const mapped of schema.classes.values()) {
    const classes = sharing.get(mapped.table);
    if (classes === undefined) sharing.set(mapped.table, [mapped]);
    else classes.push(mapped);
  }
  return [...schema.tables.values()].flatMap((table) => {
    const owner = table.classKey === null ? null : (schema.classes.get(table.classKey) ?? null);
    const others = (sharing.get(table.key) ?? []).filter((mapped) => mapped !== owner);
    return [{ table, mapped: owner }, ...others.map((mapped) => ({ table, mapped }))];
  });
}
