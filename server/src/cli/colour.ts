import type { Severity } from "../rules/rule.ts";

/** Marks text for people; without colour it comes out as it is. */
export interface Style {
  readonly severity: (severity: Severity, text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

const SEVERITY_COLOUR: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 36 };

const plain = (text: string) => text;

export function styleFor(colour: boolean): Style {
  if (!colour) return { severity: (_, text) => text, strong: plain, faint: plain, added: plain, removed: plain };
  return {
    severity: (severity, text) => painted(`1;${SEVERITY_COLOUR[severity]}`, text),
    strong: (text) => painted("1", text),
    faint: (text) => painted("2", text),
    added: (text) => painted("32", text),
    removed: (text) => painted("31", text),
  };
}

/** `codes` is a Select Graphic Rendition parameter list (ECMA-48). */
function painted(codes: string, text: string): string {
  return `\u001b[${codes}m${text}\u001b[0m`;
}
