import type { Location } from "../schema/keys.ts";
import type { DictValue, Value } from "../value.ts";
import { sameValue } from "./sameValue.ts";

/** Builds a dictionary as Python does: a later entry replaces an earlier one of the same key, at the earlier one's place. */
export interface DictBuilder {
  readonly set: (key: Value, value: Value) => void;
  /** `**value`; an unknown one may add or replace anything. */
  readonly spread: (value: Value) => void;
  readonly size: () => number;
  readonly build: (at: Location) => DictValue;
}

export function createDictBuilder(): DictBuilder {
  const entries: { readonly key: Value; readonly value: Value }[] = [];
  // Nearly all keys are strings; only the others have to be compared one by one.
  const places = new Map<string, number>();
  const others: number[] = [];
  let complete = true;

  function set(key: Value, value: Value): void {
    const place =
      key.kind === "string"
        ? places.get(key.value)
        : others.find((index) => sameValue(entries[index]?.key ?? key, key));
    if (place !== undefined) {
      entries[place] = { key, value };
      return;
    }
    if (key.kind === "string") places.set(key.value, entries.length);
    else others.push(entries.length);
    entries.push({ key, value });
  }

  return {
    set,
    spread: (value) => {
      if (value.kind !== "dict") complete = false;
      else {
        for (const entry of value.entries) set(entry.key, entry.value);
        complete &&= value.complete;
      }
    },
    size: () => entries.length,
    build: (at) => ({ kind: "dict", entries, complete, at }),
  };
}
