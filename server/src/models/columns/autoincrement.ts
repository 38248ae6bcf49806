import type { Autoincrement } from "../schema/column.ts";
import type { CallValue, Value } from "../value.ts";
import { calleeName, keywordOf } from "./callReader.ts";

/** `autoincrement=`, which is "auto" where it is not given or not known. */
export function readAutoincrement(given: Value | undefined): Autoincrement {
  if (given?.kind === "boolean") return given.value;
  return given?.kind === "string" && given.value === "ignore_fk" ? "ignore_fk" : "auto";
}

/** The same for a column: a default in Python keeps the database from counting, unless it is said that it does. */
export function autoincrementOf(call: CallValue): Autoincrement {
  const said = readAutoincrement(keywordOf(call, "autoincrement")?.value);
  if (typeof said === "boolean") return said;
  const default_ = keywordOf(call, "default")?.value;
  const isSet = default_ !== undefined && default_.kind !== "none" && calleeName(default_) !== "sqlalchemy.Sequence";
  return isSet ? false : said;
}
