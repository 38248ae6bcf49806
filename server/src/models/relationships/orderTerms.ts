import type { ClassKey } from "../schema/keys.ts";
import type { OrderTerm } from "../schema/relationship.ts";
import type { Value } from "../value.ts";
import { readColumn } from "./columnValue.ts";
import type { Mappings } from "./mappings.ts";

const WORDS: ReadonlyMap<string, Partial<OrderTerm>> = new Map([
  ["asc", { descending: false }],
  ["desc", { descending: true }],
  ["nulls_first", { nulls: "first" }],
  ["nullsfirst", { nulls: "first" }],
  ["nulls_last", { nulls: "last" }],
  ["nullslast", { nulls: "last" }],
]);

/** An `order_by` that names columns, in order; empty where there is none, null where it is not that simple. */
export function orderTerms(value: Value | null, owner: ClassKey, mappings: Mappings): readonly OrderTerm[] | null {
  if (value === null || value.kind === "none" || (value.kind === "boolean" && !value.value)) return [];
  const items = value.kind === "list" || value.kind === "tuple" ? value.items : [value];
  const terms = items.map((item) => term(item, owner, mappings));
  return terms.every((each) => each !== null) ? terms : null;
}

/** `C.id`, `C.id.desc()`, `desc(C.id)`, `C.id.desc().nulls_last()`, … */
function term(value: Value, owner: ClassKey, mappings: Mappings): OrderTerm | null {
  if (value.kind !== "call") {
    const column = readColumn(value, owner, mappings);
    return column === null ? null : { ...column, descending: false, nulls: null };
  }
  const { callee } = value;
  const [only] = value.arguments;
  const [of, name] =
    callee.kind === "attribute"
      ? [callee.of, callee.name]
      : callee.kind === "symbol"
        ? [only, callee.name.replace("sqlalchemy.", "")]
        : [undefined, ""];
  const word = WORDS.get(name);
  const inner = of === undefined || word === undefined ? null : term(of, owner, mappings);
  return inner === null ? null : { ...inner, ...word };
}
