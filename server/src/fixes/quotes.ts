import type { Span } from "../python/syntax.ts";

/**
 * `value` as a Python string literal with the quotes used at `near`, and where there are none, with those used more
 * often in the whole file.
 */
export function quoted(text: string, near: Span, value: string): string {
  const quote = text.slice(near.start, near.end).match(/["']/)?.[0] ?? usualQuote(text);
  return `${quote}${value}${quote}`;
}

function usualQuote(text: string): string {
  const single = text.split("'").length;
  const double = text.split('"').length;
  return single > double ? "'" : '"';
}
