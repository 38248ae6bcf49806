import type { Expression, Slice } from "../../python/syntax.ts";
import { metadataAt } from "../registries/changedMetadata.ts";
import { metadataOf } from "../registries/metadata.ts";
import type { Location } from "../schema/keys.ts";
import { tableKeyOf } from "../tables/buildTable.ts";
import type { Scope, SequenceValue, StringValue, Value } from "../value.ts";
import { isEnum } from "./enums.ts";
import type { Program } from "./program.ts";
import { sameValue } from "./sameValue.ts";
import { unknown } from "./unknown.ts";

/** `d["key"]`, `items[0]`, `name[-1]`, `name[:-5]`; any other subscript, such as `Mapped[int]`, is kept as it stands. */
export function evaluateSubscript(
  program: Program,
  of: Expression,
  index: Expression,
  scope: Scope,
  at: Location,
): Value {
  const value = program.evaluate(of, scope);
  if (index.kind === "slice" && (value.kind === "string" || value.kind === "list" || value.kind === "tuple"))
    return sliced(program, value, index, scope, at);
  const items = (index.kind === "tuple" ? index.elements : [index]).map((item) => program.evaluate(item, scope));
  const [first] = items;
  if (items.length === 1 && first !== undefined) {
    // `Color["RED"]`.
    if (value.kind === "class" && first.kind === "string") {
      const info = program.classInfo(value.key);
      if (info !== null && isEnum(info)) return program.attribute(value, first.value, at);
    }
    const table =
      value.kind === "attribute" && value.name === "tables" ? tableOfMetadata(program, value.of, first, at) : null;
    if (table !== null) return table;
    if (value.kind === "dict" && (first.kind === "string" || first.kind === "number")) {
      const entry = value.entries.find(({ key }) => sameValue(key, first));
      if (entry !== undefined && value.complete) return entry.value;
      return unknown("an entry of a dictionary that is not known", at);
    }
    if (value.kind === "string" && first.kind === "number") {
      const character = [...value.value].at(first.value);
      return character === undefined ? unknown("text too short", at) : { kind: "string", value: character, at };
    }
    if ((value.kind === "list" || value.kind === "tuple") && first.kind === "number") {
      const item = value.items.at(first.value);
      return item === undefined || value.items.some(({ kind }) => kind === "unknown")
        ? unknown("an item of a sequence", at)
        : item;
    }
  }
  return { kind: "subscript", of: value, items, at };
}

/** `text[start:stop]`, `items[start:stop]`: Python and JavaScript agree on bounds that are negative or too large. */
function sliced(
  program: Program,
  of: StringValue | SequenceValue,
  { parts }: Slice,
  scope: Scope,
  at: Location,
): Value {
  const bounds = parts.map((part) => (part === null ? null : program.evaluate(part, scope)));
  const [start, stop, step] = bounds.map((bound) => {
    if (bound === null || bound.kind === "none") return undefined;
    return bound.kind === "number" ? bound.value : Number.NaN;
  });
  if (step !== undefined || Number.isNaN(start) || Number.isNaN(stop)) return unknown("a slice that is not known", at);
  if (of.kind === "string") return { kind: "string", value: of.value.slice(start, stop), at };
  // What is not known may stand for several items.
  return of.items.some(({ kind }) => kind === "unknown")
    ? unknown("a slice of what is not known", at)
    : { kind: of.kind, items: of.items.slice(start, stop), at };
}

/** `Base.metadata.tables["post"]`: the key is the name of the table with its schema. */
function tableOfMetadata(program: Program, of: Value, name: Value, at: Location): Value | null {
  const reference = name.kind === "string" ? metadataOf(program, of) : null;
  if (reference === null || name.kind !== "string") return null;
  const { key } = metadataAt(program, reference, at, [at.file]);
  return { kind: "table", of: { kind: "table", key: tableKeyOf(key, null, name.value) }, at };
}
