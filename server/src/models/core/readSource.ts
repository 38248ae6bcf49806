import type { TableSource } from "../classes/tableSource.ts";
import type { Program } from "../evaluation/program.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { BuiltTable } from "../tables/buildTable.ts";
import { readCoreTable } from "./coreTable.ts";

/** Reads the table that a class is given; null where it cannot be read. `classKey` is the class in whose body it stands. */
export function readSource(
  program: Program,
  source: TableSource,
  module: string,
  classKey: ClassKey | null,
): BuiltTable | null {
  if (source.kind === "call") return readCoreTable(program, source.call, module, classKey);
  const table = program.declaredTable(source.key);
  return table === null ? null : { table, gaps: [], problems: [] };
}
