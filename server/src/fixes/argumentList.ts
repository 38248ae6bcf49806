import type { Call, Dict, Expression, StringLiteral } from "../python/syntax.ts";

/**
 * The options of a call or of a dictionary that is passed on as keywords, as one kind of thing: named values between
 * two brackets. `sa_relationship_kwargs={"cascade": "all"}`, `dict(cascade="all")` and `relationship(cascade="all")`
 * are edited by the same code.
 */
export interface ArgumentList {
  /** Offset behind the opening bracket, and of the closing one. */
  readonly open: number;
  readonly close: number;
  readonly items: readonly ArgumentItem[];
  /** `name=value`, or `"name": value` in a dictionary display. */
  readonly form: "keywords" | "entries";
  /** The call to write around the one item that stands alone so far: `backref="posts"` becomes `backref=backref("posts", …)`. */
  readonly wrapIn: Wrapper | null;
  /** The option of another list whose value this list is: left empty, it goes together with that option. */
  readonly holder: { readonly list: ArgumentList; readonly name: string } | null;
}

/** A function as it can be called, and the one together with which it has to be imported for that. */
export interface Wrapper {
  readonly name: string;
  readonly importBeside: string | null;
}

export interface ArgumentItem {
  readonly start: number;
  /** Brackets around the value included. */
  readonly end: number;
  /** Null for positional arguments, spreads and keys that are no plain string. */
  readonly name: string | null;
  readonly spread: boolean;
  readonly value: Expression;
}

/** The arguments of a call as written, null where it is not closed (it is being typed) or is a lone generator. */
export function argumentsOfCall(text: string, call: Call): ArgumentList | null {
  const close = call.end - 1;
  const bracket = text.indexOf("(", call.callee.end);
  if (text[close] !== ")" || bracket < 0 || bracket > close) return null;
  const items = call.arguments.map((argument) => ({
    start: argument.start,
    end: endWithBrackets(text, argument.end, close),
    name: argument.keyword?.name ?? null,
    spread: argument.spread !== "",
    value: argument.value,
  }));
  if (items.some((item) => item.value.kind === "missing")) return null;
  return { open: bracket + 1, close, items, form: "keywords", wrapIn: null, holder: null };
}

/** The entries of a dictionary display, null where it is not closed. */
export function entriesOfDict(text: string, dict: Dict): ArgumentList | null {
  const close = dict.end - 1;
  if (text[dict.start] !== "{" || text[close] !== "}") return null;
  const items: ArgumentItem[] = [];
  for (const { key, value } of dict.entries) {
    if (value.kind === "missing") return null;
    const start = key?.start ?? text.lastIndexOf("**", value.start);
    const name = key?.kind === "string" ? key.value : null;
    items.push({ start, end: endWithBrackets(text, value.end, close), name, spread: key === null, value });
  }
  return { open: dict.start + 1, close, items, form: "entries", wrapIn: null, holder: null };
}

/** A string that stands where a call with options could stand, seen as the only argument of that call. */
export function loneArgument(literal: StringLiteral, wrapIn: Wrapper): ArgumentList {
  const { start, end } = literal;
  const item = { start, end, name: null, spread: false, value: literal };
  return { open: start, close: end, items: [item], form: "keywords", wrapIn, holder: null };
}

/** The value given under `name`, null where it is not given. */
export function argumentValue(list: ArgumentList, name: string): Expression | null {
  return itemNamed(list, name)?.value ?? null;
}

export function itemNamed(list: ArgumentList, name: string): ArgumentItem | null {
  return list.items.find((item) => item.name === name) ?? null;
}

/** True where `*args` or `**kwargs` may carry options that cannot be seen. */
export function hasSpread(list: ArgumentList): boolean {
  return list.items.some((item) => item.spread);
}

// A value in brackets of its own ends before them; what is inserted or removed must not split the pair.
function endWithBrackets(text: string, end: number, close: number): number {
  let reached = end;
  for (let at = end; at < close; at++) {
    const character = text[at];
    if (character === ")") reached = at + 1;
    else if (character === undefined || !/[\s\\]/.test(character)) break;
  }
  return reached;
}
