import type { Fix } from "../fixes/fix.ts";
import type { Span } from "../python/syntax.ts";
import { onPlace } from "../rules/finding.ts";
import type { Finding } from "../rules/rule.ts";
import type { UnusedSuppression } from "./applySuppressions.ts";
import type { RuleDescription } from "./ruleDescription.ts";

export const unusedSuppression: RuleDescription = {
  name: "unused-suppression",
  group: "suppression",
  summary: "A comment that suppresses a finding which does not exist",
  severity: "hint",
  enabledByDefault: true,
};

/**
 * The finding on a comment, or a part of one, that suppresses nothing. `known` are the names of all rules;
 * a comment about a rule that is not on is not held against anybody. Null for none.
 */
export function unusedSuppressionFinding(
  unused: UnusedSuppression,
  known: ReadonlySet<string>,
  isOn: (rule: string) => boolean,
): Finding | null {
  const { file, suppression } = unused;
  const named = unused.rules ?? suppression.rules;
  const reported = named?.filter(({ name }) => isReported(name, known, isOn)) ?? null;
  if (reported !== null && reported.length === 0) return null;
  const isWhole = reported === null || reported.length === suppression.rules?.length;
  const [first] = reported ?? [];
  const last = reported?.at(-1);
  const location =
    isWhole || first === undefined || last === undefined ? suppression.comment : { start: first.start, end: last.end };
  return onPlace(
    { file, start: location.start, end: location.end },
    {
      rule: unusedSuppression.name,
      severity: unusedSuppression.severity,
      message: messageFor(reported?.map(({ name }) => name) ?? null, known),
      fixes: [removal(unused, isWhole ? null : reported)],
    },
  );
}

/** A comment that hides this very finding hides something as long as there is one, so it is never reported itself. */
function isReported(name: string, known: ReadonlySet<string>, isOn: (rule: string) => boolean): boolean {
  return name !== unusedSuppression.name && (isOn(name) || !known.has(name));
}

function messageFor(names: readonly string[] | null, known: ReadonlySet<string>): string {
  if (names === null || names.length === 0) return "Suppresses nothing: there is no finding here";
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) return `Suppresses nothing: there is no rule named ${unknown.map(quoted).join(" or ")}`;
  return `Suppresses nothing: there is no finding of ${names.map(quoted).join(" or ")} here`;
}

/** `rules` are the names to take out, null for the whole comment. */
function removal(
  { file, text, suppression }: UnusedSuppression,
  rules: readonly { readonly name: string }[] | null,
): Fix {
  if (rules === null) {
    const at = { file, ...withBlanksBefore(text, suppression.comment) };
    return { title: "Remove the unused suppression", safety: "safe", changes: [{ kind: "replace", at, text: "" }] };
  }
  const removed = new Set(rules);
  const all = suppression.rules ?? [];
  const kept = all.filter((rule) => !removed.has(rule)).map(({ name }) => name);
  const at = { file, start: all[0]?.start ?? 0, end: all.at(-1)?.end ?? 0 };
  const title = `Remove ${rules.map(({ name }) => quoted(name)).join(" and ")} from the suppression`;
  return { title, safety: "safe", changes: [{ kind: "replace", at, text: kept.join(", ") }] };
}

/** The blanks before a comment go with it; a line on which it stands alone goes as a whole. */
function withBlanksBefore(text: string, comment: Span): Span {
  let start = comment.start;
  while (start > 0 && (text[start - 1] === " " || text[start - 1] === "\t")) start--;
  const isAlone = start === 0 || text[start - 1] === "\n" || text[start - 1] === "\r";
  if (!isAlone) return { start, end: comment.end };
  const lineEnd = /^(?:\r\n|\r|\n)?/.exec(text.slice(comment.end, comment.end + 2))?.[0] ?? "";
  return { start, end: comment.end + lineEnd.length };
}

function quoted(name: string): string {
  return `"${name}"`;
}
