import type { Base, ClassInfo } from "../classes/classInfo.ts";
import { baseDecorator } from "../classes/decorators.ts";
import { isExternalRoot } from "../classes/externalBases.ts";
import type { Program } from "../evaluation/program.ts";
import type { Value } from "../value.ts";

const DECLARATIVE_BASES: ReadonlySet<string> = new Set([
  "sqlalchemy.orm.DeclarativeBase",
  "sqlalchemy.orm.DeclarativeBaseNoMeta",
]);

/** Whether a class is a declarative base itself: `class Base(DeclarativeBase)`, `metaclass=DeclarativeMeta`, `@as_declarative()`. */
export function isDeclarativeRoot(program: Program, base: Base): boolean {
  if (base.kind !== "class") return false;
  const info = program.classInfo(base.key);
  if (info === null) return false;
  if (info.bases.some((direct) => direct.kind === "library" && DECLARATIVE_BASES.has(direct.name))) return true;
  const metaclass = info.fact.arguments.find(({ keyword }) => keyword?.name === "metaclass");
  if (metaclass !== undefined) {
    const value = program.evaluate(metaclass.value, info.statementScope);
    if (isDeclarativeMeta(program, value)) return true;
  }
  return baseDecorator(program, info) !== null;
}

function isDeclarativeMeta(program: Program, value: Value): boolean {
  if (value.kind === "symbol") return value.name === "sqlalchemy.orm.DeclarativeMeta";
  const info = value.kind === "class" ? program.classInfo(value.key) : null;
  return info?.libraries.has("sqlalchemy.orm.DeclarativeMeta") ?? false;
}

/** The declarative base of a class: what its registry and its metadata belong to. Null for a class without bases. */
export function rootOf(program: Program, info: ClassInfo): Base | null {
  return (
    info.mro.find((base) => base.kind === "instance" || isDeclarativeRoot(program, base)) ??
    info.mro.find((base) => base.kind === "library" && isExternalRoot(base.name)) ??
    info.mro.find((base) => base.kind === "library" || base.kind === "unknown") ??
    null
  );
}

/** A name for a base that is the same wherever it is used. */
export function rootKey(root: Base): string {
  switch (root.kind) {
    case "class":
      return root.key;
    case "library":
      return root.name;
    case "instance":
      return root.instance.key;
    case "unknown":
      return `${root.at.file}:${root.at.start}`;
  }
}
