import type { ColumnSelection } from "../classes/columnSelection.ts";
import { keywordOf } from "../columns/callReader.ts";
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
