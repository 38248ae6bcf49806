import { classTable } from "../classes/classTable.ts";
import { identifyTable, type TableIdentity } from "../core/coreTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { Value } from "../value.ts";

/** A column of a table that exists already, by the attribute or the key that a statement outside the table calls it. */
export interface OwnedColumn {
  readonly table: TableKey;
  readonly column: string;
}

/** The column behind `User.name`, `User.__table__.c.name`, `user.c.name` or `metadata.tables["user"].c.name`; null for anything else. */
export function ownedColumn(program: Program, value: Value): OwnedColumn | null {
  if (value.kind !== "attribute") return null;
  const { of, name } = value;
  if (of.kind === "class") return columnOfClass(program, of.key, name);
  if (of.kind !== "attribute" || of.name !== "c" || of.of.kind !== "table") return null;
  const owner = of.of;
  if (owner.of.kind === "class") return columnOfClass(program, owner.of.key, name);
  if (owner.of.kind === "table") return { table: owner.of.key, column: name };
  const call = program.tableCall(owner);
  const identity = call === null ? null : identifyTable(program, call);
  return identity === null ? null : { table: identity.key, column: name };
}

function columnOfClass(program: Program, classKey: ClassKey, column: string): OwnedColumn | null {
  const table = classTable(program, classKey);
  return table.kind === "unknown" || table.kind === "missing" ? null : { table: table.key, column };
}

/** The first column in an expression: `User.name`, `func.lower(User.name)`, `User.age > 3`; null where there is none. */
export function firstOwnedColumn(program: Program, value: Value, depth = 0): OwnedColumn | null {
  if (depth > 8) return null;
  if (value.kind === "attribute") return ownedColumn(program, value);
  const inside =
    value.kind === "call"
      ? [...(value.callee.kind === "attribute" ? [value.callee.of] : []), ...value.arguments]
      : value.kind === "operation"
        ? value.operands
        : [];
  for (const part of inside) {
    const found = firstOwnedColumn(program, part, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The table behind `metadata.tables["user"]`; null for anything else. */
export function tableByName(value: Value): TableKey | null {
  return value.kind === "table" && value.of.kind === "table" ? value.of.key : null;
}

/** The table behind `user` or `User.__table__`; null for anything else. */
export function ownedTable(
  program: Program,
  value: Value,
): Pick<TableIdentity, "key" | "name" | "schema" | "metadata"> | null {
  if (value.kind !== "table") return null;
  if (value.of.kind === "class") {
    const table = classTable(program, value.of.key);
    return table.kind === "unknown" || table.kind === "missing" ? null : table;
  }
  const call = program.tableCall(value);
  return call === null ? null : identifyTable(program, call);
}
