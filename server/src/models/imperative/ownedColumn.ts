import { classTable } from "../classes/classTable.ts";
import { identifyTable } from "../core/coreTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { Value } from "../value.ts";

/** A column of a table that exists already, by the attribute or the key that a statement outside the table calls it. */
export interface OwnedColumn {
  readonly table: TableKey;
  readonly column: string;
}

/** The column behind `User.name`, `User.__table__.c.name` or `user.c.name`; null for anything else. */
export function ownedColumn(program: Program, value: Value): OwnedColumn | null {
  if (value.kind !== "attribute") return null;
  const { of, name } = value;
  if (of.kind === "class") return columnOfClass(program, of.key, name);
  if (of.kind !== "attribute" || of.name !== "c" || of.of.kind !== "table") return null;
  const owner = of.of;
  if (owner.of.kind === "class") return columnOfClass(program, owner.of.key, name);
  const call = program.tableCall(owner);
  const identity = call === null ? null : identifyTable(program, call);
  return identity === null ? null : { table: identity.key, column: name };
}

function columnOfClass(program: Program, classKey: ClassKey, column: string): OwnedColumn | null {
  const table = classTable(program, classKey);
  return table.kind === "unknown" || table.kind === "missing" ? null : { table: table.key, column };
}
