import type { CellValue } from "./impact.ts";

/** The value of a server default that is a plain string or number, whatever PostgreSQL casts it to; undefined for any other. */
export function plainDefault(serverDefault: string | null): CellValue | undefined {
  const text = withoutCasts(serverDefault ?? "");
  if (text === "" || /^null$/i.test(text)) return null;
  const string = /^'((?:[^']|'')*)'$/.exec(text)?.[1]?.replaceAll("''", "'");
  if (string !== undefined) return string;
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** `'{}'` for `('{}'::jsonb)`: PostgreSQL's casts behind an expression, and parentheses around it, are left out. */
export function withoutCasts(expression: string): string {
  let text = expression.trim();
  for (;;) {
    const bare = text
      .replace(CAST, "")
      .replace(/^\(([^()]*)\)$/, "$1")
      .trim();
    if (bare === text) return text;
    text = bare;
  }
}

const CAST = /::\s*[\w."]+(?: (?:varying|precision|with(?:out)? time zone))?(?:\s*\([\d ,]*\))?(?:\s*\[\s*\])*$/i;
