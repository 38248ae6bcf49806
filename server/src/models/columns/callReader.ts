import type { Gap } from "../declaredTable.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { DeclarationCall } from "../schema.ts";
import type { CallValue, KeywordValue, Value } from "../value.ts";

/** The canonical name of what a call calls; empty for anything that is no name of a library. */
export function calleeName(value: Value): string {
  return value.kind === "call" && value.callee.kind === "symbol" ? value.callee.name : "";
}

/** The last keyword argument of that name: in spread dictionaries later entries win. */
export function keywordOf(call: CallValue, name: string): KeywordValue | null {
  return call.keywords.findLast((keyword) => keyword.name === name) ?? null;
}

export function declarationCall(call: CallValue): DeclarationCall {
  return { ...call.at, callee: call.callee.kind === "symbol" ? call.callee.name : "" };
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
