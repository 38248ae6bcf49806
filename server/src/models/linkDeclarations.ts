import { type CheckedTables, checkedTables } from "./checks/checkedTables.ts";
import { checkTables } from "./checks/checkTables.ts";
import { type InheritedMapping, inheritMappings } from "./classes/inheritMappings.ts";
import type { RecordingProgram } from "./evaluation/createProgram.ts";
import type { FileDeclarations } from "./fileDeclarations.ts";
import { loadedTogetherIn } from "./loadedTogether.ts";
import type { MappedClassDeclaration, MappedDeclarations } from "./mappedDeclarations.ts";
import { outsideDefinitions } from "./outsideDefinitions.ts";
import type { ClassKey, ModelProblem, Table, TableKey } from "./schema.ts";
import type { Steps } from "./steps.ts";
import { type LinkedTable, linkTable } from "./tables/linkTables.ts";
import { type MergedTables, mergeTables } from "./tables/mergeTables.ts";
import { createTableLookup } from "./tables/tableLookup.ts";

/** All declarations put together, with what a later build can keep of it. */
export interface LinkedDeclarations {
  readonly declarations: MappedDeclarations;
  readonly mappings: ReadonlyMap<ClassKey, InheritedMapping>;
  readonly merged: MergedTables;
  readonly tables: ReadonlyMap<TableKey, LinkedTable>;
  readonly checked: CheckedTables;
}

/** Joins what the files declare: merges tables, resolves foreign keys, checks what only shows across files. */
export function* linkDeclarations(
  program: RecordingProgram,
  files: readonly FileDeclarations[],
  previous: LinkedDeclarations | null,
): Steps<LinkedDeclarations> {
  const mappings = inheritMappings(files, previous?.mappings ?? null);
  const classes = new Map<ClassKey, MappedClassDeclaration>();
  for (const [key, { result }] of mappings) classes.set(key, result);
  yield;
  const merged = mergeTables(files, previous?.merged ?? null);
  yield;
  const lookup = createTableLookup(program, merged.tables, classes);
  const linked = new Map<TableKey, LinkedTable>();
  const tables = new Map<TableKey, Table>();
  for (const { table } of merged.tables.values()) {
    const { key } = table;
    const known = previous?.tables.get(key);
    const result = linkTable(table, lookup, known);
    linked.set(key, result);
    tables.set(key, result.table);
    if (result !== known) yield;
  }
  const outside = outsideDefinitions(files, program.files.values(), previous?.checked.outside ?? null);
  const checked = yield* checkedTables(linked, classes, outside, previous?.checked ?? null);
  const found = checkTables(program, files, merged, linked, classes, checked);
  const declarations: MappedDeclarations = {
    tables,
    classes,
    relationships: files.flatMap(({ relationships }) => relationships),
    problems: [...ofMadeTables(files, found), ...found],
    unresolved: [
      ...files.flatMap(({ unresolved }) => unresolved),
      ...[...linked.values()].flatMap(({ unresolved }) => unresolved),
    ],
    evaluate: program.evaluate,
    recording: program.recording,
    files: program.files,
    layout: program.modules,
    tableOf: (value) => {
      const key = lookup.tableOfValue(value)?.key;
      return key === undefined ? null : (tables.get(key) ?? null);
    },
    mayDefineMore: outside.mayDefineMore,
    bindsName: (key, name) =>
      program.classInfo(key)?.classes.some(({ indexed }) => indexed.names.has(name) || indexed.annotated.has(name)) ??
      true,
    loadedTogether: loadedTogetherIn(program),
  };
  return { declarations, mappings, merged, tables: linked, checked };
}

/** The problems of the files; what is wrong with mapping a class does not show where its table is refused before. */
function ofMadeTables(files: readonly FileDeclarations[], found: readonly ModelProblem[]): readonly ModelProblem[] {
  const refused = new Set(found.flatMap(({ code, classKey }) => (code === "duplicate-table" ? [classKey] : [])));
  const all = files.flatMap(({ problems }) => problems);
  if (refused.size === 0) return all;
  return all.filter(({ code, classKey }) => code !== "missing-primary-key" || !refused.has(classKey));
}
