import type { DictValue } from "../value.ts";
import { sameValue } from "./sameValue.ts";

/** `{**dict, **entries}`: later entries replace earlier ones of the same key. */
export function merged(dict: DictValue, entries: DictValue["entries"], complete: boolean): DictValue {
  const kept = dict.entries.filter(({ key }) => !entries.some((entry) => sameValue(entry.key, key)));
  return { ...dict, entries: [...kept, ...entries], complete: dict.complete && complete };
}
