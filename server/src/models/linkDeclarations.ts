import { type CheckedTables, checkedTables } from "./checks/checkedTables.ts";
import { checkTables } from "./checks/checkTables.ts";
import { type InheritedMappings, inheritMappings } from "./classes/inheritMappings.ts";
import { ANYTHING, type DerivedMap, deriveMap, mapSteadily } from "./derivedMap.ts";
import type { RecordingProgram } from "./evaluation/createProgram.ts";
import type { FileDeclarations } from "./fileDeclarations.ts";
import { changesOf } from "./forEachChange.ts";
import { loadedTogetherIn } from "./loadedTogether.ts";
import type { MappedDeclarations } from "./mappedDeclarations.ts";
import { outsideDefinitions } from "./outsideDefinitions.ts";
import type { TableKey } from "./schema/keys.ts";
import type { ModelProblem } from "./schema/schema.ts";
import type { Table } from "./schema/table.ts";
import type { SteadyMap } from "./steadyMap.ts";
import type { Steps } from "./steps.ts";
import { type LinkedTable, linkTable } from "./tables/linkTables.ts";
import { type MergedTable, type MergedTables, mergeTables } from "./tables/mergeTables.ts";
import { createTableLookup } from "./tables/tableLookup.ts";

/** All declarations put together, with what a later build can keep of it. */
export interface LinkedDeclarations {
  readonly declarations: MappedDeclarations;
  readonly mappings: InheritedMappings;
  readonly merged: MergedTables;
  readonly linked: DerivedMap<TableKey, LinkedTable>;
  readonly tables: SteadyMap<TableKey, Table>;
  readonly checked: CheckedTables;
}

/** Joins what the files declare: merges tables, resolves foreign keys, checks what only shows across files. */
export function* linkDeclarations(
  program: RecordingProgram,
  files: readonly FileDeclarations[],
  previous: LinkedDeclarations | null,
): Steps<LinkedDeclarations> {
  const mappings = inheritMappings(files, previous?.mappings ?? null);
  const { classes } = mappings;
  yield;
  const upon = mappings.mappings.inPlace.flatMap(({ additions }) => additions);
  const merged = mergeTables(files, upon, previous?.merged ?? null);
  yield;
  const lookup = createTableLookup(program, merged.tables, classes);
  const linking = yield* deriveMap(
    merged.tables,
    previous?.linked ?? null,
    previous && changesOf(previous.merged.tables, merged.tables),
    {
      answer: (_, position, known) => linkTable((merged.tables.inPlace[position] as MergedTable).table, lookup, known),
      keysOf: ({ references }) => references?.map(({ key }) => key) ?? [ANYTHING],
    },
  );
  const linked = linking.map;
  const before = previous && { of: previous.linked.map, result: previous.tables };
  const tables = mapSteadily(linked, before, ({ table }) => table);
  const outside = outsideDefinitions(files, program.files.values(), previous?.checked.outside ?? null);
  const checked = yield* checkedTables(
    linked,
    classes,
    outside,
    previous && {
      checked: previous.checked,
      changed: new Set<string>([
        ...changesOf(previous.linked.map, linked),
        ...changesOf(previous.mappings.classes, classes),
      ]),
    },
  );
  const found = checkTables(program, files, merged, linked, mappings, checked);
  const declarations: MappedDeclarations = {
    tables,
    classes,
    relationships: files.flatMap(({ relationships }) => relationships),
    problems: [...ofMadeTables(files, found), ...found],
    unresolved: [
      ...files.flatMap(({ unresolved }) => unresolved),
      ...linked.inPlace.flatMap(({ unresolved }) => unresolved),
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
    bindsTooLate: (file, name, before) => {
      const bindings = program.namesOf(file)?.names.get(name) ?? [];
      return bindings.length > 0 && bindings.every(({ when, start }) => when === "typeChecking" || start > before);
    },
    loadedTogether: loadedTogetherIn(program),
  };
  return { declarations, mappings, merged, linked: linking, tables, checked };
}

/** The problems of the files; what is wrong with mapping a class does not show where its table is refused before. */
function ofMadeTables(files: readonly FileDeclarations[], found: readonly ModelProblem[]): readonly ModelProblem[] {
  const refused = new Set(found.flatMap(({ code, classKey }) => (code === "duplicate-table" ? [classKey] : [])));
  const all = files.flatMap(({ problems }) => problems);
  if (refused.size === 0) return all;
  return all.filter(({ code, classKey }) => code !== "missing-primary-key" || !refused.has(classKey));
}
