import type { ClassInfo } from "../classes/classInfo.ts";
import { runFunction } from "../evaluation/functions.ts";
import type { Program } from "../evaluation/program.ts";
import { SQLITE_DIALECT } from "../evaluation/sqliteDialect.ts";
import { unknown } from "../evaluation/unknown.ts";
import type { CallValue, Value } from "../value.ts";

/**
 * What `TypeDecorator.load_dialect_impl(self, dialect)` of a class returns for SQLite; null where it has none. The value
 * is no type where the method cannot be followed; its `impl` then has to do.
 */
export function implementationOnSqlite(program: Program, owner: ClassInfo): Value | null {
  const method = owner.indexed.names.get("load_dialect_impl")?.at(-1);
  if (method?.kind !== "function") return null;
  const dialect = method.parameters[1]?.name;
  if (dialect === undefined) return null;
  const at = { file: owner.file, start: dialect.start, end: dialect.end };
  const bound = new Map<string, Value>([[dialect.name, { kind: "symbol", name: SQLITE_DIALECT, at }]]);
  const found = { fact: method, module: owner.module, file: owner.file, owner: owner.key };
  return runFunction(program, found, bound, unknown("a method that is not followed", at));
}

/** The type inside `dialect.type_descriptor(CHAR(32))`, null for any other call. */
export function describedType({ callee, arguments: [type] }: CallValue): Value | null {
  return callee.kind === "symbol" && callee.name === `${SQLITE_DIALECT}.type_descriptor` ? (type ?? null) : null;
}
