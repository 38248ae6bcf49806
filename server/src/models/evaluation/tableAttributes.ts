import { classTable } from "../classes/classTable.ts";
import { sourcedTable } from "../classes/tableSource.ts";
import type { Location } from "../schema/keys.ts";
import type { TableValue, Value } from "../value.ts";
import type { Program } from "./program.ts";

/** `User.__table__.fullname`, `user.schema`: what a table is called; null for its other attributes, and where it is not known. */
export function nameOfTable(program: Program, table: TableValue, attribute: string, at: Location): Value | null {
  if (!NAMES.has(attribute)) return null;
  const found = sourcedTable(program, table, classTable);
  if (found === null) return null;
  const { name, schema } = found;
  if (attribute === "schema") return schema === null ? { kind: "none", at } : { kind: "string", value: schema, at };
  const isFull = attribute !== "name" && schema !== null;
  return { kind: "string", value: isFull ? `${schema}.${name}` : name, at };
}

const NAMES: ReadonlySet<string> = new Set(["name", "schema", "fullname", "key"]);
