import type { ClassKey } from "../schema.ts";
import type { Value } from "../value.ts";
import { readColumn } from "./columnValue.ts";
import type { Mappings } from "./mappings.ts";

const DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ["asc", "ASC"],
  ["desc", "DESC"],
]);

/** An `order_by` as SQL over the target's columns (`position, id DESC`); null where there is none or it is not that simple. */
export function orderByText(value: Value | null, owner: ClassKey, mappings: Mappings): string | null {
  if (value === null) return null;
  const items = value.kind === "list" || value.kind === "tuple" ? value.items : [value];
  const texts = items.map((item) => term(item, owner, mappings));
  return texts.length === 0 || texts.includes(null) ? null : texts.join(", ");
}

function term(value: Value, owner: ClassKey, mappings: Mappings): string | null {
  if (value.kind === "call") {
    const { callee } = value;
    if (callee.kind === "attribute") return directed(callee.of, callee.name, owner, mappings);
    const [only] = value.arguments;
    if (callee.kind !== "symbol" || only === undefined) return null;
    return directed(only, callee.name.replace("sqlalchemy.", ""), owner, mappings);
  }
  return readColumn(value, owner, mappings)?.column ?? null;
}

function directed(of: Value, direction: string, owner: ClassKey, mappings: Mappings): string | null {
  const word = DIRECTIONS.get(direction);
  const column = readColumn(of, owner, mappings)?.column;
  return word === undefined || column === undefined ? null : `${column} ${word}`;
}
