import { identifyTable, isTableCall } from "../core/coreTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { MetadataReference } from "../registries/metadata.ts";
import type { ClassKey, Location, TableKey } from "../schema/keys.ts";
import type { CallValue, Scope, TableValue, Value } from "../value.ts";
import type { ClassTable } from "./classTable.ts";

/** Where a table comes from that a class is given: a `Table(...)`, written in the class where `inline`, or another class. */
export type TableSource =
  | { readonly kind: "call"; readonly call: CallValue; readonly inline: boolean }
  | { readonly kind: "class"; readonly key: ClassKey };

/** A table that exists already when a class is given it. */
export interface SourcedTable {
  readonly key: TableKey;
  readonly name: string;
  readonly schema: string | null;
  readonly metadata: MetadataReference;
  readonly source: TableSource;
}

type TableOfClass = (program: Program, key: ClassKey) => ClassTable;

/** The table behind `Table(...)`, `posts`, `Post.__table__` or `Base.metadata.tables["post"]`; null where it is not known. */
export function sourcedTable(program: Program, value: Value, tableOfClass: TableOfClass): SourcedTable | null {
  if (value.kind === "call") return ofCall(program, value, true);
  if (value.kind !== "table") return null;
  if (value.of.kind === "table") return inFile(program, value.of.key, value.at, tableOfClass);
  if (value.of.kind === "class") return ofClass(program, value.of.key, tableOfClass);
  return ofName(program, value);
}

function ofName(program: Program, value: TableValue): SourcedTable | null {
  const call = program.tableCall(value);
  return call === null ? null : ofCall(program, call, false);
}

function ofCall(program: Program, call: CallValue, inline: boolean): SourcedTable | null {
  const identity = isTableCall(call) ? identifyTable(program, call) : null;
  if (identity === null) return null;
  const { key, name, schema, metadata } = identity;
  return {
    key,
    name,
    schema,
    metadata,
    source: { kind: "call", call, inline },
  };
}

function ofClass(program: Program, key: ClassKey, tableOfClass: TableOfClass): SourcedTable | null {
  const table = tableOfClass(program, key);
  switch (table.kind) {
    case "declared": {
      const { name, schema, metadata } = table;
      return { key: table.key, name, schema, metadata, source: { kind: "class", key } };
    }
    case "given":
      return { ...table, source: table.source.kind === "call" ? { ...table.source, inline: false } : table.source };
    case "inherited":
      return ofClass(program, table.base, tableOfClass);
    default:
      return null;
  }
}

/** A table that the same file defines further up; one of another file may, or may not, be there by then. */
function inFile(program: Program, key: TableKey, at: Location, tableOfClass: TableOfClass): SourcedTable | null {
  const names = program.namesOf(at.file);
  if (names === null) return null;
  const scope: Scope = { module: names.module, file: at.file, classKey: null, bound: new Map() };
  for (const fact of names.facts.body) {
    if (fact.start >= at.start) break;
    if (fact.when !== "always") continue;
    const called = fact.kind === "call" ? fact.call : fact.kind === "assignment" ? fact.value : null;
    const value = called?.kind === "call" ? program.evaluate(called, scope) : null;
    const classKey = fact.kind === "class" ? names.keyOf.get(fact) : undefined;
    const found =
      classKey !== undefined
        ? ofClass(program, classKey, tableOfClass)
        : value?.kind === "call"
          ? ofCall(program, value, false)
          : null;
    if (found?.key === key) return found;
  }
  return null;
}
