import type { Program } from "../evaluation/program.ts";
import { unknown } from "../evaluation/unknown.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";
import { externalRootTableName } from "./externalBases.ts";
import { memberFromClasses } from "./members.ts";

/** What `cls.__tablename__` is: a string, `none` where the class has no such name, or something that is not known. */
export function tableNameOf(program: Program, key: ClassKey): Value {
  const info = program.classInfo(key);
  if (info === null) return unknown("the class is not known", { file: "", start: 0, end: 0 });
  const at: Location = { file: info.file, start: info.fact.name.start, end: info.fact.name.end };
  return program.remember<ClassKey, Value>(
    program.caches.tableNames,
    key,
    () =>
      memberFromClasses(program, info, "__tablename__", at) ??
      generatedTableName(program, info) ?? { kind: "none", at },
    unknown("the table name depends on itself", at),
  );
}

/** The name that SQLModel, Flask-SQLAlchemy or another library's base makes of the class name; null where nothing makes one. */
export function generatedTableName(program: Program, info: ClassInfo): Value | null {
  const at: Location = { file: info.file, start: info.fact.name.start, end: info.fact.name.end };
  for (const base of info.mro) {
    if (base.kind === "instance" && program.isFlaskSqlalchemy(base.instance)) {
      return { kind: "string", value: flaskTableName(info.name), at };
    }
    const name = base.kind === "library" ? externalRootTableName(base.name, info.name) : null;
    if (name !== null) return { kind: "string", value: name, at };
  }
  return null;
}

/** Flask-SQLAlchemy puts an underscore before every capital that begins a word. */
export function flaskTableName(className: string): string {
  return className
    .replaceAll(/(?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z])/g, (capital) => `_${capital}`)
    .toLowerCase()
    .replace(/^_+/, "");
}
