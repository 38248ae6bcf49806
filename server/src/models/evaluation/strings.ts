import type { Location } from "../schema/keys.ts";
import type { KeywordValue, StringValue, Value } from "../value.ts";

/** No table, column or class name that a database accepts comes near this. */
export const LONGEST_STRING = 10_000;

function notKnown(what: string, at: Location): Value {
  return { kind: "unknown", why: `${what} of a value that is not known`, at };
}

/** Whether formatting a string gives the string: of a member that only mixes in `str`, Python's version decides. */
export function isPlain({ value, member }: StringValue): boolean {
  return member === undefined || member.text === value;
}

/**
 * What `str()` makes of a string, and so a table that is named by it: of a member that only mixes in `str` this is
 * `Tables.USERS`, while it is found by the value of the member.
 */
export function textOf({ value, member }: StringValue): string {
  return member?.text ?? value;
}

/** `"%s.id" % name`, `"%s.%s" % (a, b)` and `"%(table)s.id" % {"table": name}`, without flags or widths. */
export function percentFormat(format: string, values: Value, at: Location): Value {
  const items = values.kind === "tuple" ? [...values.items] : values.kind === "dict" ? [] : [values];
  let failed = false;
  const text = format.replaceAll(/%(?:\((\w+)\))?(.)/gs, (_, key: string | undefined, conversion: string) => {
    if (conversion === "%") return "%";
    const item = key === undefined ? items.shift() : entryOf(values, key);
    if ((conversion === "s" || conversion === "d") && item !== undefined) {
      if (item.kind === "string") return textOf(item);
      if (item.kind === "number") return String(item.value);
    }
    failed = true;
    return "";
  });
  return failed || items.length > 0 || text.length > LONGEST_STRING
    ? notKnown("a format", at)
    : { kind: "string", value: text, at };
}

function entryOf(values: Value, name: string): Value | undefined {
  if (values.kind !== "dict" || !values.complete) return undefined;
  return values.entries.findLast(({ key }) => key.kind === "string" && key.value === name)?.value;
}

/** The methods of `str` that projects derive table names with, or ask names; null for a method that is not followed. */
export function stringMethod(
  text: string,
  method: string,
  values: readonly Value[],
  keywords: readonly KeywordValue[],
  at: Location,
): Value | null {
  const done = (value: string): Value =>
    value.length > LONGEST_STRING ? notKnown("a long string", at) : { kind: "string", value, at };
  const listed = (items: readonly string[]): Value => ({
    kind: "list",
    items: items.map((value) => ({ kind: "string", value, at })),
    at,
  });
  const [first, second] = values;
  if (values.length === 0 && keywords.length === 0) {
    switch (method) {
      case "lower":
      case "casefold":
        return done(text.toLowerCase());
      case "upper":
        return done(text.toUpperCase());
      case "strip":
        return done(text.trim());
      case "split":
        return listed(text.trim() === "" ? [] : text.trim().split(/\s+/));
      case "capitalize":
        return done(text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase());
      case "title":
        return done(text.toLowerCase().replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase()));
    }
  }
  if (method === "format") return formatMethod(text, values, keywords, at);
  if (method === "join" && (first?.kind === "list" || first?.kind === "tuple")) {
    const parts = first.items.map((item) => (item.kind === "string" ? item.value : null));
    return parts.every((part) => part !== null) ? done(parts.join(text)) : notKnown("a join", at);
  }
  if (first?.kind !== "string") return null;
  switch (method) {
    case "startswith":
    case "endswith": {
      const value = method === "startswith" ? text.startsWith(first.value) : text.endsWith(first.value);
      return values.length === 1 ? { kind: "boolean", value, at } : null;
    }
    case "removesuffix":
      return done(first.value !== "" && text.endsWith(first.value) ? text.slice(0, -first.value.length) : text);
    case "removeprefix":
      return done(text.startsWith(first.value) ? text.slice(first.value.length) : text);
    case "split":
      return values.length === 1 && keywords.length === 0 && first.value !== ""
        ? listed(text.split(first.value))
        : null;
    case "replace":
      return second?.kind === "string" && values.length === 2 && first.value !== ""
        ? done(text.replaceAll(first.value, () => second.value))
        : null;
    case "rstrip":
    case "lstrip":
    case "strip":
      return done(stripped(text, new Set(first.value), method));
    default:
      return null;
  }
}

function stripped(text: string, characters: ReadonlySet<string>, method: "strip" | "lstrip" | "rstrip"): string {
  let start = 0;
  let end = text.length;
  if (method !== "rstrip") while (start < end && characters.has(text.charAt(start))) start++;
  if (method !== "lstrip") while (end > start && characters.has(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** `"{}.{}".format(a, b)`, `"{0}"`, `"{name}"`; no attributes, indexes, conversions or specifications. */
function formatMethod(text: string, values: readonly Value[], keywords: readonly KeywordValue[], at: Location): Value {
  let next = 0;
  let failed = false;
  const result = text.replaceAll(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, field: string | undefined) => {
    if (field === undefined) return whole === "{{" ? "{" : "}";
    const value =
      field === ""
        ? values[next++]
        : /^\d+$/.test(field)
          ? values[Number(field)]
          : keywords.findLast(({ name }) => name === field)?.value;
    if (value?.kind === "number" || (value?.kind === "string" && isPlain(value))) return String(value.value);
    failed = true;
    return "";
  });
  return failed || result.length > LONGEST_STRING ? notKnown("a format", at) : { kind: "string", value: result, at };
}

/** Matching takes at most about the length of the text to the power of this many steps. */
const MOST_QUANTIFIERS = 3;
const LONGEST_SUBJECT = 100;

/** `re.sub(pattern, replacement, text)`, null for a pattern that is left alone. */
export function regexSubstitute(pattern: string, replacement: string, text: string): string | null {
  const regex = readPattern(pattern, text);
  if (regex === null) return null;
  const expanded = replacement
    .replaceAll("$", "$$$$")
    .replaceAll(/\\g<(\d+)>|\\(\d)/g, (_, long, short) => `$${long ?? short}`);
  return text.replaceAll(regex, expanded);
}

/** `re.split(pattern, text)` and `re.findall(pattern, text)` without groups, null for a pattern that is left alone. */
export function regexParts(method: "split" | "findall", pattern: string, text: string): readonly string[] | null {
  // Groups change what both return.
  if (/\((?!\?)/.test(pattern)) return null;
  const regex = readPattern(pattern, text);
  if (regex === null) return null;
  if (method === "findall") return text.match(regex) ?? [];
  const parts: string[] = [];
  let end = 0;
  // Python splits at an empty match too, also at the very start.
  for (const match of text.matchAll(regex)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

/**
 * The patterns that turn class names into table names. Those that could backtrack for long, or whose syntax JavaScript does
 * not share, are left alone (null).
 */
function readPattern(pattern: string, text: string): RegExp | null {
  if (pattern.length > 100 || text.length > LONGEST_SUBJECT) return null;
  // A repeated group may take exponential time; Python's own group syntax means something else in JavaScript.
  if (/\)[*+?{]|\(\?P|\(\?[a-zA-Z]|\\[AZ]/.test(pattern)) return null;
  if ((pattern.match(/[*+{]|(?<!\()\?/g)?.length ?? 0) > MOST_QUANTIFIERS) return null;
  try {
    return new RegExp(pattern, "g");
  } catch {
    return null;
  }
}
