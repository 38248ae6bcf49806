import { truthOf } from "../evaluation/truth.ts";
import type { IdentityColumn } from "../schema/column.ts";
import type { CallValue } from "../value.ts";
import { keywordOf, withKeywords } from "./callReader.ts";

const PARAMETERS = "always on_null start increment minvalue maxvalue nominvalue nomaxvalue cycle cache order".split(
  " ",
);

/** Reads `Identity(...)`. An option whose value is no constant counts as not given. */
export function identityColumn(given: CallValue): IdentityColumn {
  const call = withKeywords(given, PARAMETERS, 0);
  const flag = (name: string) => {
    const value = keywordOf(call, name)?.value;
    return value === undefined || value.kind === "none" ? null : truthOf(value);
  };
  const count = (name: string) => {
    const value = keywordOf(call, name)?.value;
    return value?.kind === "number" ? value.value : null;
  };
  return {
    always: keywordOf(call, "always") === null ? false : flag("always"),
    // SQLAlchemy 2.1 has a name of its own for what only Oracle knows.
    onNull: flag("oracle_on_null") ?? flag("on_null"),
    start: count("start"),
    increment: count("increment"),
    minvalue: count("minvalue"),
    maxvalue: count("maxvalue"),
    nominvalue: flag("nominvalue"),
    nomaxvalue: flag("nomaxvalue"),
    cache: count("cache"),
    cycle: flag("cycle"),
    order: flag("oracle_order") ?? flag("order"),
  };
}
