import type { ClassKey } from "../schema/keys.ts";
import type { CallValue, Value } from "../value.ts";
import type { Program } from "./program.ts";
import { unknown } from "./unknown.ts";

/** Classes of SQLAlchemy that declare something when they are called. */
const DECLARING: ReadonlySet<string> = new Set([
  "sqlalchemy.Table",
  "sqlalchemy.Column",
  "sqlalchemy.ForeignKey",
  "sqlalchemy.MetaData",
  "sqlalchemy.orm.registry",
]);

/**
 * A call of a subclass that the project has of one of these: what the class of SQLAlchemy makes of the arguments, or unknown
 * where the subclass may change them. Null for any other class.
 */
export function callOfLibrarySubclass(program: Program, key: ClassKey, call: CallValue): Value | null {
  const info = program.classInfo(key);
  const name = [...(info?.libraries ?? [])].find((library) => DECLARING.has(library));
  if (info === null || name === undefined) return null;
  const changes = info.classes.find(({ indexed }) => MAKING.some((method) => indexed.names.has(method)));
  return changes === undefined
    ? { ...call, callee: { kind: "symbol", name, at: call.callee.at } }
    : unknown(`what ${changes.name} makes of its arguments is not known`, call.at);
}

const MAKING = ["__init__", "__new__"] as const;
