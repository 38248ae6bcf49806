import type { Severity } from "../../src/rules/rule.ts";

/** A rule's page, taken apart into what the tests check. The form is described in `docs/rules/README.md`. */
export interface Page {
  readonly title: string;
  /** Second-level headings in order. */
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
}

export interface Example {
  /** Line of the page where the block starts, one-based. */
  readonly line: number;
  readonly section: string;
  /** Source files by path, and `pyproject.toml` where the example is configured. */
  readonly files: ReadonlyMap<string, string>;
  readonly expectations: readonly Expectation[];
  /** What the block shows is the example `of` after the fix of this title. */
  readonly fix: { readonly title: string; readonly of: Example } | null;
  /** Statements to run on the models, each with what comes of it. */
  readonly runs: readonly Run[];
}

export interface Expectation {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly severity: Severity;
  readonly rule: string;
  /** Part of the message; empty where the page leaves it open. */
  readonly text: string;
}

export interface Run {
  readonly line: number;
  readonly statements: readonly string[];
  readonly outcome: readonly string[];
}

export const configurationFile = "pyproject.toml";

const expectationPattern = /#\s*(error|warning|information|hint):\s*\[([\w-]+)\]\s*([^#]*)/g;

/** Reads a page. Throws on a form that the README does not allow, since a page that is not checked is worth nothing. */
export function readPage(text: string): Page {
  const lines = text.split("\n");
  const headings: string[] = [];
  const examples: (Example & { runs: Run[] })[] = [];
  let title = "";
  let fixTitle: string | null = null;
  let configuration: readonly string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.startsWith("# ")) title = line.slice(2).trim();
    if (line.startsWith("## ")) headings.push(line.slice(3).trim());
    const named = line.match(/^\*\*Fix: (.+)\*\*$/);
    if (named) fixTitle = named[1] ?? null;
    const fence = line.match(/^```(\w+)$/);
    if (!fence) continue;
    const end = lines.indexOf("```", index + 1);
    if (end < 0) throw new Error(`line ${index + 1}: the block has no end`);
    const body = lines.slice(index + 1, end);
    if (fence[1] === "toml") configuration = ["# file: pyproject.toml", ...body];
    if (fence[1] === "text") addRun(examples.at(-1), index + 1, body);
    if (fence[1] === "python") {
      const of = fixTitle === null ? null : (examples.findLast((example) => example.fix === null) ?? null);
      const fix = fixTitle === null || of === null ? null : { title: fixTitle, of };
      const { files, expectations } = readFiles([...configuration, "# file: models.py", ...body]);
      const toml = of?.files.get(configurationFile);
      if (toml !== undefined) files.set(configurationFile, toml);
      examples.push({ line: index + 1, section: headings.at(-1) ?? "", files, expectations, fix, runs: [] });
      fixTitle = null;
      configuration = [];
    }
    index = end;
  }
  return { title, headings, examples };
}

function addRun(example: { readonly runs: Run[] } | undefined, line: number, body: readonly string[]): void {
  const isStatement = (text: string) => text.startsWith(">>> ");
  if (!body.some(isStatement)) return;
  if (!example) throw new Error(`line ${line}: nothing to run`);
  const statements = body.filter(isStatement).map((text) => text.slice(4));
  example.runs.push({ line, statements, outcome: body.filter((text) => !isStatement(text)) });
}

function readFiles(body: readonly string[]) {
  const files = new Map<string, string>();
  const expectations: Expectation[] = [];
  let file = "";
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) files.set(file, `${lines.join("\n").trimEnd()}\n`);
    lines = [];
  };
  for (const text of body) {
    const named = text.match(/^# file: (\S+)$/);
    if (named) {
      close();
      file = named[1] ?? file;
      continue;
    }
    // The blank line under the name of a file belongs to the page, not to the file.
    if (lines.length === 0 && text === "") continue;
    for (const [, severity, rule, part] of text.matchAll(expectationPattern)) {
      const line = lines.length + 1;
      expectations.push({ file, line, severity: severity as Severity, rule: rule ?? "", text: (part ?? "").trim() });
    }
    lines.push(withoutExpectations(text));
  }
  close();
  return { files, expectations };
}

function withoutExpectations(text: string): string {
  const at = text.search(/\s*#\s*(?:error|warning|information|hint):\s*\[/);
  return at < 0 ? text : text.slice(0, at);
}
