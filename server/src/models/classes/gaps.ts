import type { Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { Base, ClassInfo } from "./classInfo.ts";
import { addsNoColumns } from "./libraryBases.ts";

/** Base classes of a model that cannot be read, and branches that cannot be decided: they may add columns, foreign keys and relationships. */
export function gapsOfBases(program: Program, info: ClassInfo): readonly Gap[] {
  const gaps: Gap[] = [];
  const what = `base class of ${info.name}`;
  for (const base of info.mro) {
    if (base.kind === "unknown") gaps.push({ ...base.at, what, why: base.why });
    if (isReflected(base)) gaps.push({ ...base.at, what, why: "its columns are read from the database" });
    else if (base.kind === "library" && !addsNoColumns(base.name)) {
      gaps.push({ ...base.at, what, why: `${base.name} is not in the workspace` });
    }
    const owner = base.kind !== "class" ? null : base.key === info.key ? info : program.classInfo(base.key);
    if (owner !== null) gaps.push(...owner.open);
    if (base.kind === "class" && owner === null) gaps.push({ ...base.at, what, why: "it could not be read" });
  }
  return gaps;
}

/** Bases under which SQLAlchemy reads the columns of a table from the database, once there is one. */
function isReflected(base: Base): boolean {
  if (base.kind === "library") return base.name === "sqlalchemy.ext.declarative.DeferredReflection";
  const callee = base.kind === "instance" ? base.instance.call.callee : null;
  return callee?.kind === "symbol" && callee.name === "sqlalchemy.ext.automap.automap_base";
}
