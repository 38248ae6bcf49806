import type { ColumnSelection } from "../classes/columnSelection.ts";
import { calleeName, keywordOf } from "../columns/callReader.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { Value } from "../value.ts";

const OPTIONS_OF_PROPERTIES = ["deferred", "deferred_group", "deferred_raiseload", "active_history"];

/** Whether `mapped_column(...)` makes a property of the mapper and not just a column (`mapper_property_to_assign`). */
export function makesProperty(value: Value): boolean {
  if (value.kind !== "call") return false;
  return OPTIONS_OF_PROPERTIES.some((name) => {
    const given = keywordOf(value, name)?.value;
    return given !== undefined && truthOf(given) === true;
  });
}

/** Whether a call that makes a property leaves its columns out of queries: `deferred(...)`, `mapped_column(..., deferred=True)`. */
export function isDeferred(value: Value): boolean {
  if (value.kind !== "call") return false;
  if (calleeName(value) === "sqlalchemy.orm.deferred") return true;
  const given = keywordOf(value, "deferred")?.value;
  // A group or `raiseload` says it too, as long as nothing else is said.
  if (given !== undefined) return truthOf(given) === true;
  if (calleeName(value) !== "sqlalchemy.orm.mapped_column") return false;
  return ["deferred_group", "deferred_raiseload"].some((name) => {
    const option = keywordOf(value, name)?.value;
    return option !== undefined && truthOf(option) === true;
  });
}

/** Whether a call says of its columns if queries leave them out. */
export function saysDeferred(value: Value | null): boolean {
  return value?.kind === "call" && keywordOf(value, "deferred") !== null;
}

/** A mapper leaves out columns, never properties that it is given: they are taken whatever the options say. */
export function withProperties(selection: ColumnSelection, properties: ReadonlySet<string>): ColumnSelection {
  if (properties.size === 0) return selection;
  const { included, excluded } = selection;
  return {
    ...selection,
    included: included === null ? null : [...included, ...properties],
    excluded: excluded.filter((name) => !properties.has(name)),
  };
}
