import type { DictValue } from "../value.ts";
import { createDictBuilder } from "./buildDict.ts";

/** `{**dict, **entries}`: later entries replace earlier ones of the same key. */
export function merged(dict: DictValue, entries: DictValue["entries"], complete: boolean): DictValue {
  const builder = createDictBuilder();
  builder.spread(dict);
  for (const { key, value } of entries) builder.set(key, value);
  const { complete: known, ...built } = builder.build(dict.at);
  return { ...built, complete: known && complete };
}
