import type { Program } from "../evaluation/program.ts";
import { unknown } from "../evaluation/unknown.ts";
import type { ClassKey, Location } from "../schema.ts";
import type { Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";
import { memberFromClasses } from "./members.ts";

/**
 * The name of the table that a class gets: a string, `none` where it declares that it has no name, or unknown. `symbol`
 * never comes out.
 */
export function tableNameOf(program: Program, key: ClassKey): Value {
  const info = program.classInfo(key);
  if (info === null) return unknown("the class is not known", { file: "", start: 0, end: 0 });
  const at: Location = { file: info.file, start: info.fact.name.start, end: info.fact.name.end };
  return program.remember<ClassKey, Value>(
    program.caches.tableNames,
    key,
    () => nameOf(program, info, at),
    unknown("the table name depends on itself", at),
  );
}

function nameOf(program: Program, info: ClassInfo, at: Location): Value {
  const declared = memberFromClasses(program, info, "__tablename__", at);
  if (declared !== null) return declared;
  const base = info.mro.find((entry) => entry.kind !== "class");
  if (base === undefined) return { kind: "none", at };
  if (base.kind === "library") return libraryTableName(base.name, info.name, at);
  return { kind: "none", at };
}

function libraryTableName(base: string, name: string, at: Location): Value {
  if (base === "sqlmodel.SQLModel") return { kind: "string", value: name.toLowerCase(), at };
  return { kind: "none", at };
}
