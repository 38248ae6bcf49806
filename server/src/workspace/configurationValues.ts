import { type ConfigurationValues, configurationKeys, type ValueShape } from "./configurationKeys.ts";

/** Names that `select`, `ignore` and the like may use besides those of rules. */
export interface RuleNames {
  readonly rules: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** Something wrong in a configuration: what, and at which key (and item of its array). */
interface ValueProblem {
  /** From the table that holds the configuration: `["severity", "orm-only-cascade"]`. */
  readonly path: readonly string[];
  readonly item: number | null;
  readonly message: string;
}

export interface ReadValues {
  /** Only the keys that are given and right. */
  readonly values: Partial<ConfigurationValues>;
  readonly problems: readonly ValueProblem[];
}

/**
 * Reads a table of configuration, whatever is in it: what is wrong is left out and told. `spelling` says by which of its
 * two names a key goes: `name` in TOML, `field` in the settings of an editor, where null counts as absent.
 */
export function readConfigurationValues(
  table: Readonly<Record<string, unknown>>,
  spelling: "name" | "field",
  names: RuleNames,
): ReadValues {
  const values: Record<string, unknown> = {};
  const problems: ValueProblem[] = [];
  for (const [name, raw] of Object.entries(table)) {
    if (raw === undefined || (raw === null && spelling === "field")) continue;
    const key = configurationKeys.find((each) => each[spelling] === name);
    if (key === undefined) {
      const known = configurationKeys.map((each) => each[spelling]);
      problems.push({ path: [name], item: null, message: `Unknown key "${name}"${suggestion(name, known)}` });
      continue;
    }
    const read = readValue(raw, key.shape, [name], names);
    problems.push(...read.problems);
    if (read.value !== undefined) values[key.field] = read.value;
  }
  return { values: values as Partial<ConfigurationValues>, problems };
}

interface ReadValue {
  /** Undefined where nothing of it can be used. */
  readonly value: unknown;
  readonly problems: readonly ValueProblem[];
}

function readValue(raw: unknown, shape: ValueShape, path: readonly string[], names: RuleNames): ReadValue {
  const name = path.join(".");
  switch (shape.kind) {
    case "boolean":
      return typeof raw === "boolean" ? right(raw) : wrong(path, `"${name}" must be true or false`);
    case "count":
      return typeof raw === "number" && Number.isInteger(raw) && raw >= 0
        ? right(raw)
        : wrong(path, `"${name}" must be a whole number, 0 or more`);
    case "choice":
      return typeof raw === "string" && shape.choices.includes(raw)
        ? right(raw)
        : wrong(path, `"${name}" must be one of ${shape.choices.map((choice) => `"${choice}"`).join(", ")}`);
    case "strings":
      return readStrings(raw, shape.of, path, names);
    case "table":
      return readTable(raw, shape, path, names);
  }
}

function readStrings(
  raw: unknown,
  of: "rules" | "patterns" | "columns",
  path: readonly string[],
  names: RuleNames,
): ReadValue {
  if (!Array.isArray(raw)) return wrong(path, `"${path.join(".")}" must be a list of strings`);
  const problems: ValueProblem[] = [];
  const strings: string[] = [];
  for (const [item, each] of raw.entries()) {
    if (typeof each !== "string")
      problems.push({ path, item, message: `"${path.join(".")}" must be a list of strings` });
    else if (of === "rules" && !isRuleSelector(each, names))
      problems.push({ path, item, message: unknownRule(each, names) });
    else strings.push(each);
  }
  return { value: strings, problems };
}

function readTable(
  raw: unknown,
  shape: Extract<ValueShape, { kind: "table" }>,
  path: readonly string[],
  names: RuleNames,
): ReadValue {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return wrong(path, `"${path.join(".")}" must be a table of ${shape.from}`);
  }
  const problems: ValueProblem[] = [];
  const entries: [string, unknown][] = [];
  for (const [name, each] of Object.entries(raw)) {
    const entryPath = [...path, name];
    if (shape.from === "rules" && !names.rules.has(name)) {
      problems.push({ path: entryPath, item: null, message: unknownRule(name, names) });
      continue;
    }
    const read = readValue(each, shape.to, entryPath, names);
    problems.push(...read.problems);
    if (read.value !== undefined) entries.push([name, read.value]);
  }
  return { value: Object.fromEntries(entries), problems };
}

/** Whether `select` and the like may name this. */
export function isRuleSelector(name: string, names: RuleNames): boolean {
  return name === "all" || name === "default" || names.rules.has(name) || names.groups.has(name);
}

/** The sentence for a name that no rule has, with the one that was probably meant. */
export function unknownRule(name: string, names: RuleNames): string {
  return `Unknown rule "${name}"${suggestion(name, [...names.rules, ...names.groups])}`;
}

function right(value: unknown): ReadValue {
  return { value, problems: [] };
}

function wrong(path: readonly string[], message: string): ReadValue {
  return { value: undefined, problems: [{ path, item: null, message }] };
}

function suggestion(name: string, known: readonly string[]): string {
  const simplified = simplify(name);
  const meant = known.find((each) => simplify(each) === simplified) ?? closest(name, known);
  return meant === null ? "" : `; did you mean "${meant}"?`;
}

function simplify(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, "");
}

/** The known name within two edits, null for none. */
function closest(name: string, known: readonly string[]): string | null {
  if (name.length > 80) return null;
  let best: string | null = null;
  let bestDistance = 3;
  for (const each of known) {
    const distance = editDistance(name, each);
    if (distance < bestDistance) {
      best = each;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
