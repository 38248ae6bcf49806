import type { Location } from "../schema/keys.ts";
import type { DictValue, Value } from "../value.ts";
import type { EvaluatedArguments } from "./arguments.ts";
import { createDictBuilder } from "./buildDict.ts";
import { merged } from "./mergeDicts.ts";
import { sameValue } from "./sameValue.ts";

/** What a method of a dictionary returns, null where that is not known. */
export function dictMethod(of: DictValue, method: string, given: EvaluatedArguments, at: Location): Value | null {
  const [key, fallback] = given.arguments;
  switch (method) {
    case "copy":
      return { ...of, at };
    case "keys":
      return of.complete ? { kind: "list", items: of.entries.map((entry) => entry.key), at } : null;
    case "values":
      return of.complete ? { kind: "list", items: of.entries.map((entry) => entry.value), at } : null;
    case "items": {
      const items = of.entries.map((entry): Value => ({ kind: "tuple", items: [entry.key, entry.value], at }));
      return of.complete ? { kind: "list", items, at } : null;
    }
    case "get":
    case "pop": {
      if (key === undefined || !isConstant(key)) return null;
      const entry = of.entries.find((each) => sameValue(each.key, key));
      if (entry !== undefined) return of.complete ? entry.value : null;
      return of.complete ? (fallback ?? { kind: "none", at }) : null;
    }
    default:
      return null;
  }
}

/** What a container is after a method that changes it was called as a statement; null where that is not known. */
export function changedContainer(of: Value, method: string, given: EvaluatedArguments): Value | null {
  const [first, second] = given.arguments;
  if (of.kind === "list") {
    if (method === "append" && first !== undefined) return { ...of, items: [...of.items, first] };
    if (method === "extend" && (first?.kind === "list" || first?.kind === "tuple"))
      return { ...of, items: [...of.items, ...first.items] };
    if (method === "insert" && first?.kind === "number" && second !== undefined)
      return { ...of, items: of.items.toSpliced(first.value, 0, second) };
    return null;
  }
  if (of.kind !== "dict") return null;
  switch (method) {
    case "update": {
      const named = given.keywords.map(({ name, value }) => {
        return { key: { kind: "string" as const, value: name, at: value.at }, value };
      });
      if (first !== undefined && first.kind !== "dict") return null;
      const complete = given.complete && (first?.complete ?? true);
      return merged(of, [...(first?.entries ?? []), ...named], complete);
    }
    case "setdefault":
      if (first === undefined || !isConstant(first) || !of.complete) return null;
      return of.entries.some(({ key }) => sameValue(key, first)) ? of : withEntry(of, first, second);
    case "__setitem__":
      return first === undefined || !isConstant(first) ? null : withEntry(of, first, second);
    case "pop":
    case "__delitem__":
      if (first === undefined || !isConstant(first)) return null;
      return { ...of, entries: of.entries.filter(({ key }) => !sameValue(key, first)) };
    default:
      return null;
  }
}

function withEntry(of: DictValue, key: Value, value: Value | undefined): DictValue {
  const builder = createDictBuilder();
  builder.spread(of);
  builder.set(key, value ?? { kind: "none", at: key.at });
  return { ...builder.build(of.at), complete: of.complete };
}

function isConstant({ kind }: Value): boolean {
  return kind === "string" || kind === "number";
}
