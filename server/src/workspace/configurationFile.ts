import { existsSync, readFileSync } from "node:fs";
import { parse, TomlError } from "smol-toml";
import type { Span } from "../python/syntax.ts";
import type { ConfigurationValues } from "./configurationKeys.ts";
import { type RuleNames, readConfigurationValues } from "./configurationValues.ts";
import { joinPath } from "./filePath.ts";
import { systemErrorText } from "./sourceText.ts";
import { TomlLocations } from "./tomlLocations.ts";

/** A configuration file as read: what it sets, and what is wrong in it. */
export interface ConfigurationFile {
  readonly path: string;
  readonly text: string;
  readonly values: Partial<ConfigurationValues>;
  readonly problems: readonly ConfigurationProblem[];
  /** Why nothing in it can be used: it cannot be read, or is no TOML. Null for a file that was understood. */
  readonly failure: ConfigurationProblem | null;
}

interface ConfigurationProblem extends Span {
  readonly message: string;
}

/** In order of precedence. */
export const CONFIGURATION_FILE_NAMES: readonly string[] = ["ondelete.toml", "pyproject.toml"];

/** The configuration that stands in a folder itself, null for none. A `pyproject.toml` without `[tool.ondelete]` is none. */
export function findConfigurationIn(folder: string, names: RuleNames): ConfigurationFile | null {
  for (const name of CONFIGURATION_FILE_NAMES) {
    const path = joinPath(folder, name);
    if (!existsSync(path)) continue;
    const read = readIfPresent(path, names);
    if (read !== null) return read;
  }
  return null;
}

/** Reads a file that somebody named as the configuration: `pyproject.toml` by its table, any other from its top level. */
export function readConfigurationFile(path: string, names: RuleNames): ConfigurationFile {
  return readIfPresent(path, names) ?? { path, text: "", values: {}, problems: [], failure: null };
}

function readIfPresent(path: string, names: RuleNames): ConfigurationFile | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return failed(path, "", systemErrorText(error));
  }
  return parseConfiguration(path, text, names);
}

/** Null where the text is that of a `pyproject.toml` that does not configure this tool. */
export function parseConfiguration(path: string, text: string, names: RuleNames): ConfigurationFile | null {
  const prefix = path.endsWith("pyproject.toml") ? ["tool", "ondelete"] : [];
  if (prefix.length > 0 && !text.includes("ondelete")) return null;
  let table: unknown;
  try {
    table = parse(text);
  } catch (error) {
    // Somebody else's broken file is not ours to report.
    if (prefix.length > 0 && !/\btool["']?\s*\.\s*["']?ondelete\b/.test(text)) return null;
    return failed(path, text, syntaxErrorText(error), error);
  }
  for (const part of prefix) table = isTable(table) ? table[part] : undefined;
  if (table === undefined) return null;
  if (!isTable(table)) return failed(path, text, '"tool.ondelete" must be a table');
  const { values, problems } = readConfigurationValues(table, "name", names);
  const locations = problems.length > 0 ? new TomlLocations(text) : null;
  return {
    path,
    text,
    values,
    problems: problems.map(({ path: at, item, message }) => ({
      message,
      ...(locations?.locate([...prefix, ...at], item ?? undefined) ?? { start: 0, end: 0 }),
    })),
    failure: null,
  };
}

function failed(path: string, text: string, message: string, error?: unknown): ConfigurationFile {
  const start = error instanceof TomlError ? offsetOf(text, error.line, error.column) : 0;
  const failure = { message, start, end: start };
  return { path, text, values: {}, problems: [failure], failure };
}

function syntaxErrorText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n", 1)[0] ?? message).replace(/^Invalid TOML document: /, "not valid TOML: ");
}

/** `line` and `column` count from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let skipped = 1; skipped < line; skipped++) {
    const end = text.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
