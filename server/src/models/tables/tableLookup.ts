import { identifyTable, isTableCall } from "../core/coreTable.ts";
import type { DeclaredTable } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { CallValue, Value } from "../value.ts";
import type { TableLookup } from "./foreignKeyTargets.ts";

/** Classes inherit attributes over at most this many levels. */
const DEEPEST_INHERITANCE = 50;

/** Finds tables by key, by value and by mapped attribute. */
export function createTableLookup(
  program: Program,
  tables: ReadonlyMap<TableKey, { readonly table: DeclaredTable }>,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
): TableLookup {
  const tableNamed = (key: TableKey): DeclaredTable | undefined => tables.get(key)?.table;

  function tableOfValue(value: Value): DeclaredTable | null {
    if (value.kind === "class") return tableOfClass(value.key);
    if (value.kind === "call") return isTableCall(value) ? tableOfCall(value) : null;
    if (value.kind !== "table") return null;
    if (value.of.kind === "table") return tableNamed(value.of.key) ?? null;
    if (value.of.kind === "class" && classes.has(value.of.key)) return tableOfClass(value.of.key);
    const call = program.tableCall(value);
    return call === null ? null : tableOfCall(call);
  }

  function tableOfClass(key: ClassKey): DeclaredTable | null {
    const declaration = classes.get(key);
    return declaration === undefined ? null : (tableNamed(declaration.table) ?? null);
  }

  function tableOfCall(call: CallValue): DeclaredTable | null {
    const identity = identifyTable(program, call);
    return identity === null ? null : (tableNamed(identity.key) ?? null);
  }

  return {
    table: tableNamed,
    tableOfValue,
    columnOfAttribute: (value, attribute) => {
      let declaration = value.kind === "class" ? classes.get(value.key) : undefined;
      for (let depth = 0; declaration !== undefined && depth < DEEPEST_INHERITANCE; depth++) {
        const table = tableNamed(declaration.table);
        const name = declaration.attributes.get(attribute);
        const column = table?.columns.find((candidate) => candidate.name === name);
        if (table !== undefined && column !== undefined) return { table, column };
        declaration = declaration.inherits === null ? undefined : classes.get(declaration.inherits);
      }
      return null;
    },
  };
}
