import type { ArgumentItem, ArgumentList } from "./argumentList.ts";

/** What is to become of one named option of a list. */
export type ArgumentOperation =
  /**
   * Gives the option this value: in its place where it is given already, else behind the first of `after` that is given,
   * else last; behind `"nothing"` is before all others.
   */
  | {
      readonly kind: "set";
      readonly name: string;
      readonly code: string;
      readonly after: readonly string[] | "nothing";
    }
  | { readonly kind: "remove"; readonly name: string };

/** A piece of text to put in place of another. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What stands on one line stays there up to this length, the longest that style guides allow. */
const widestLine = 120;

/** Lines up to this length are left on one line, as the usual formatters do. */
const lineWidth = 88;

/**
 * The text changes that carry out `operations` on one list and keep its layout: one argument a line stays one argument a
 * line, a trailing comma stays, comments stay with their line. An empty result means that there was nothing to do.
 */
export function editArguments(
  text: string,
  list: ArgumentList,
  operations: readonly ArgumentOperation[],
): readonly TextChange[] {
  const added = operations.filter((operation) => operation.kind === "set" && !isGiven(list, operation.name));
  const removed = operations.flatMap((operation) =>
    operation.kind === "remove" ? list.items.filter((item) => item.name === operation.name) : [],
  );
  const changes: TextChange[] = [];
  for (const operation of operations) {
    if (operation.kind !== "set") continue;
    const item = list.items.find(({ name }) => name === operation.name);
    if (item) changes.push({ start: item.value.start, end: item.value.end, text: operation.code });
  }
  const insertions = new Map<ArgumentItem | null, string[]>();
  const anchors = new Map<string, ArgumentItem | null>();
  for (const operation of added) {
    if (operation.kind !== "set") continue;
    const code = written(text, list, operation.name, operation.code);
    const replaced = operation.after === "nothing" ? undefined : removed.shift();
    if (replaced) {
      changes.push({ start: replaced.start, end: replaced.end, text: code });
      continue;
    }
    const anchor = anchorFor(list, operation.after, anchors);
    anchors.set(operation.name, anchor);
    insertions.set(anchor, [...(insertions.get(anchor) ?? []), code]);
  }
  if (removed.length === 0 && isTooWide(text, list, [...insertions.values()].flat())) {
    return [...changes, ...onLinesOfTheirOwn(text, list, insertions)];
  }
  for (const [anchor, codes] of insertions) changes.push(...insertBehind(text, list, anchor, codes));
  if (removed.length > 0) changes.push(...removeItems(text, list, removed));
  return changes;
}

function isGiven(list: ArgumentList, name: string): boolean {
  return list.items.some((item) => item.name === name);
}

function written(text: string, list: ArgumentList, name: string, code: string): string {
  if (list.form === "keywords") return `${name}=${code}`;
  const quote = text.slice(list.open, list.close).match(/["']/)?.[0] ?? '"';
  return `${quote}${name}${quote}: ${code}`;
}

// Positional arguments and spreads may stand last; a keyword goes before `**options`, so that it reads as written first.
function anchorFor(
  list: ArgumentList,
  after: readonly string[] | "nothing",
  added: ReadonlyMap<string, ArgumentItem | null>,
): ArgumentItem | null {
  if (after === "nothing") return null;
  for (const name of after) {
    const item = list.items.find((candidate) => candidate.name === name);
    if (item) return item;
    const together = added.get(name);
    if (together) return together;
  }
  return list.items.findLast((item) => !item.spread) ?? null;
}

/** True for a list on one line that gets wider than any line should be. */
function isTooWide(text: string, list: ArgumentList, codes: readonly string[]): boolean {
  if (codes.length === 0 || list.wrapIn !== null || list.items.length === 0) return false;
  const last = list.items.at(-1);
  if (last && commaBehind(text, list, last) !== null) return false;
  const start = lineStart(text, list.open);
  const end = lineEnd(text, list.open);
  // Only what ends its line is broken: a list inside another one would be left hanging.
  if (!/^[)\]}]\s*(?:#.*)?$/.test(text.slice(list.close, end))) return false;
  return end - start + codes.reduce((sum, code) => sum + code.length + 2, 0) > widestLine;
}

/** Breaks a list on one line into one argument a line, as formatters do, with what is inserted among them. */
function onLinesOfTheirOwn(
  text: string,
  list: ArgumentList,
  insertions: ReadonlyMap<ArgumentItem | null, readonly string[]>,
): readonly TextChange[] {
  const indent = indentOf(text, list.open);
  const newLine = `${newlineOf(text)}${indent}${indent.startsWith("\t") ? "\t" : "    "}`;
  const linesOf = (anchor: ArgumentItem | null) => insertions.get(anchor) ?? [];
  const changes = list.items.map((item, index): TextChange => {
    const before = list.items[index - 1];
    const added = before
      ? linesOf(before).map((code) => `,${newLine}${code}`)
      : linesOf(null).map((code) => `${newLine}${code},`);
    return {
      start: before?.end ?? list.open,
      end: item.start,
      text: `${added.join("")}${before ? "," : ""}${newLine}`,
    };
  });
  const last = list.items.at(-1) ?? null;
  const added = linesOf(last).map((code) => `,${newLine}${code}`);
  return [
    ...changes,
    { start: last?.end ?? list.open, end: list.close, text: `${added.join("")},${newlineOf(text)}${indent}` },
  ];
}

function insertBehind(
  text: string,
  list: ArgumentList,
  anchor: ArgumentItem | null,
  codes: readonly string[],
): readonly TextChange[] {
  const code = codes.join(", ");
  if (list.wrapIn !== null) {
    return [
      { start: list.open, end: list.open, text: `${list.wrapIn.name}(` },
      { start: list.close, end: list.close, text: `, ${code})` },
    ];
  }
  if (anchor === null) return [insertFirst(text, list, codes)];
  if (!standsAlone(text, list, anchor)) return [{ start: anchor.end, end: anchor.end, text: `, ${code}` }];
  const indent = indentOf(text, anchor.start);
  const comma = commaBehind(text, list, anchor);
  if (comma !== null) {
    const at = lineEnd(text, comma);
    return [{ start: at, end: at, text: codes.map((each) => `${newlineOf(text)}${indent}${each},`).join("") }];
  }
  const fits = anchor.end - lineStart(text, anchor.start) + code.length + 2 <= lineWidth;
  if (list.items.length === 1 && fits && !text.slice(anchor.start, anchor.end).includes("\n")) {
    return [{ start: anchor.end, end: anchor.end, text: `, ${code}` }];
  }
  const lines = codes.map((each) => `${newlineOf(text)}${indent}${each}`).join(",");
  const end = lineEnd(text, anchor.end);
  // The closing bracket may follow on the same line; behind it there is nothing of this list any more.
  if (list.close < end) return [{ start: anchor.end, end: anchor.end, text: `,${lines}` }];
  return [
    { start: anchor.end, end: anchor.end, text: "," },
    { start: end, end, text: lines },
  ];
}

function insertFirst(text: string, list: ArgumentList, codes: readonly string[]): TextChange {
  const [next] = list.items;
  if (!next) return { start: list.open, end: list.open, text: codes.join(", ") };
  const gap = standsAlone(text, list, next) ? `,${newlineOf(text)}${indentOf(text, next.start)}` : ", ";
  return { start: next.start, end: next.start, text: codes.map((code) => `${code}${gap}`).join("") };
}

function removeItems(text: string, list: ArgumentList, removed: readonly ArgumentItem[]): readonly TextChange[] {
  const kept = list.items.filter((item) => !removed.includes(item));
  if (kept.length === 0 && !text.slice(list.open, list.close).includes("#")) {
    return [{ start: list.open, end: list.close, text: "" }];
  }
  return removed.flatMap((item) => {
    const index = list.items.indexOf(item);
    const comma = commaBehind(text, list, item);
    const next = list.items[index + 1];
    const previous = list.items[index - 1];
    if (standsAlone(text, list, item) && lineEnd(text, item.end) < list.close) {
      const below = lineEnd(text, comma ?? item.end) + newlineOf(text).length;
      const line = { start: lineStart(text, item.start), end: below, text: "" };
      // A list without a trailing comma stays one.
      const before = comma === null && previous ? commaBehind(text, list, previous) : null;
      return before === null ? [line] : [{ start: before, end: before + 1, text: "" }, line];
    }
    if (next && (previous === undefined || removed.includes(previous))) {
      return [{ start: item.start, end: next.start, text: "" }];
    }
    return [{ start: previous?.end ?? item.start, end: item.end, text: "" }];
  });
}

// Alone on its lines: nothing of this list before it on its first line or behind it on its last.
function standsAlone(text: string, list: ArgumentList, item: ArgumentItem): boolean {
  const first = lineStart(text, item.start);
  if (first < list.open || text.slice(first, item.start).trim() !== "") return false;
  const end = lineEnd(text, item.end);
  return !list.items.some((other) => other.start >= item.end && other.start < end);
}

function commaBehind(text: string, list: ArgumentList, item: ArgumentItem): number | null {
  let at = item.end;
  while (at < list.close) {
    const character = text[at];
    if (character === ",") return at;
    at = character === "#" ? lineEnd(text, at) : at + 1;
  }
  return null;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

// Before the line break, so that what is inserted there ends up on a line of its own.
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" ? end - 1 : end;
}

function indentOf(text: string, offset: number): string {
  return text.slice(lineStart(text, offset)).match(/^[ \t]*/)?.[0] ?? "";
}

/** The line break of the file: that of its first line. */
export function newlineOf(text: string): "\n" | "\r\n" {
  const end = text.indexOf("\n");
  return end > 0 && text[end - 1] === "\r" ? "\r\n" : "\n";
}
