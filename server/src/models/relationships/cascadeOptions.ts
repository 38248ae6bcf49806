import type { CascadeOption } from "../schema/relationship.ts";
import type { Value } from "../value.ts";
import { pythonRepr } from "./pythonRepr.ts";

/**
 * What SQLAlchemy makes of a `cascade=` argument (`sqlalchemy.orm.util.CascadeOptions`): the effective set, sorted; or the
 * error it raises; or null where the argument is not known.
 */
export type CascadeReading =
  | { readonly kind: "options"; readonly options: readonly CascadeOption[] }
  | { readonly kind: "invalid"; readonly exception: "ArgumentError" | "TypeError"; readonly message: string };

const EVERY_OPTION: readonly CascadeOption[] = [
  "delete",
  "delete-orphan",
  "expunge",
  "merge",
  "refresh-expire",
  "save-update",
];
const ALLOWED: ReadonlySet<string> = new Set([...EVERY_OPTION, "all", "none"]);

/** `all` stands for everything but delete-orphan, which always has to be asked for. */
const IN_ALL: ReadonlySet<string> = new Set(EVERY_OPTION.filter((option) => option !== "delete-orphan"));

/** A viewonly relationship persists nothing, so that only the options that touch the session remain. */
const IN_VIEWONLY: ReadonlySet<CascadeOption> = new Set<CascadeOption>(["expunge", "merge", "refresh-expire"]);

export const DEFAULT_CASCADE: readonly CascadeOption[] = ["merge", "save-update"];

/** Reads a cascade given as text. Blanks count as part of a token except around commas, and tokens are case-sensitive. */
function readCascadeText(text: string): CascadeReading {
  return readCascadeTokens(text.split(/\s*,\s*/).filter((token) => token !== ""));
}

/** Reads the value of a `cascade=` argument; null where it is not known. */
export function readCascade(value: Value): CascadeReading | null {
  switch (value.kind) {
    case "string":
      return readCascadeText(value.value);
    case "none":
      return readCascadeTokens([]);
    case "boolean":
      return notIterable("bool");
    case "number":
      return notIterable(Number.isInteger(value.value) ? "int" : "float");
    case "list":
    case "tuple":
    case "set": {
      const tokens: string[] = [];
      for (const item of value.items) {
        if (item.kind !== "string") return null;
        tokens.push(item.value);
      }
      return readCascadeTokens(tokens);
    }
    default:
      return null;
  }
}

/** The options of a viewonly relationship; SQLAlchemy 2 drops the others without a word. */
export function viewonlyCascade(options: readonly CascadeOption[]): readonly CascadeOption[] {
  return options.filter((option) => IN_VIEWONLY.has(option));
}

function readCascadeTokens(tokens: readonly string[]): CascadeReading {
  const given = new Set(tokens);
  const unknown = [...given].filter((token) => !ALLOWED.has(token)).sort();
  if (unknown.length > 0) {
    const message = `Invalid cascade option(s): ${unknown.map(pythonRepr).join(", ")}`;
    return { kind: "invalid", exception: "ArgumentError", message };
  }
  if (given.has("none")) return { kind: "options", options: [] };
  const all = given.has("all");
  return {
    kind: "options",
    options: EVERY_OPTION.filter((option) => given.has(option) || (all && IN_ALL.has(option))),
  };
}

function notIterable(type: string): CascadeReading {
  return { kind: "invalid", exception: "TypeError", message: `'${type}' object is not iterable` };
}
