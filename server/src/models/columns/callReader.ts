import type { Gap } from "../declaredTable.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { CallValue, KeywordValue, Value } from "../value.ts";

/** The canonical name of what a call calls; empty for anything that is no name of a library. */
export function calleeName(value: Value): string {
  return value.kind === "call" && value.callee.kind === "symbol" ? value.callee.name : "";
}

/** The last keyword argument of that name: in spread dictionaries later entries win. */
export function keywordOf(call: CallValue, name: string): KeywordValue | null {
  for (let index = call.keywords.length - 1; index >= 0; index--) {
    const keyword = call.keywords[index];
    if (keyword?.name === name) return keyword;
  }
  return null;
}

/** Reads plain options of a call; what turns out not to be plain is noted in `gaps`. */
export interface OptionReader {
  readonly flag: (name: string, fallback: boolean) => boolean;
  /** Null where the option is absent, `None` or not known. */
  readonly optionalFlag: (name: string) => boolean | null;
  readonly text: (name: string) => string | null;
  readonly gaps: Gap[];
}

/** `what` names the declaration in the gaps that are noted. */
export function readOptions(call: CallValue, what: string): OptionReader {
  const gaps: Gap[] = [];
  const note = (name: string, value: Value) => {
    gaps.push({
      ...value.at,
      what: `${name} of ${what}`,
      why: value.kind === "unknown" ? value.why : "the value is not a constant",
    });
  };
  const optionalFlag = (name: string): boolean | null => {
    const value = keywordOf(call, name)?.value;
    if (value === undefined || value.kind === "none") return null;
    const truth = truthOf(value);
    if (truth === null) note(name, value);
    return truth;
  };
  return {
    gaps,
    optionalFlag,
    flag: (name, fallback) => optionalFlag(name) ?? fallback,
    text: (name) => {
      const value = keywordOf(call, name)?.value;
      if (value === undefined || value.kind === "none") return null;
      if (value.kind === "string") return value.value;
      note(name, value);
      return null;
    },
  };
}

/** The call with positional arguments after the first `skip` turned into keywords, `names` being the parameters in order. */
export function withKeywords(call: CallValue, names: readonly string[], skip: number): CallValue {
  const extra = call.arguments.slice(skip);
  if (extra.length === 0) return call;
  const keywords = extra.flatMap((value, index) => {
    const name = names[skip + index];
    return name === undefined ? [] : [{ name, value, at: value.at }];
  });
  return { ...call, arguments: call.arguments.slice(0, skip), keywords: [...keywords, ...call.keywords] };
}
