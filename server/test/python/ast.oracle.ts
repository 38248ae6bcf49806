import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { crc32 } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { oraclePython } from "../../../scripts/oracleEnvironment.ts";
import type { readModule as ReadModule } from "../../src/python/reader.ts";
import { checkTree } from "./checkTree.ts";
import { type DumpOptions, dumpStatement } from "./dump.ts";

const script = join(import.meta.dirname, "../../../test-fixtures/oracle/dump_ast.py");

interface Answer {
  readonly path: string;
  readonly valid: boolean;
  readonly statements: readonly (number | string)[];
  readonly nodes: number;
  /** Processor time that `ast.parse` took. */
  readonly seconds: number;
}

/** The Python to compare with: the one that is asked for, the oracle's, or the machine's for its standard library. */
function python(): string {
  const chosen = process.env.ONDELETE_ORACLE_PYTHON;
  if (chosen) return chosen;
  try {
    return oraclePython("2.0");
  } catch {
    return "python3";
  }
}

/** The standard library, and SQLAlchemy and SQLModel where they are installed, as that Python finds them. */
function sourceFiles(interpreter: string): readonly string[] {
  const list = [
    "import json, pathlib, sysconfig",
    "library = pathlib.Path(sysconfig.get_path('stdlib'))",
    "found = {path for path in library.rglob('*.py') if not {'site-packages', 'dist-packages'} & set(path.parts)}",
    "for root in {sysconfig.get_path('purelib'), sysconfig.get_path('platlib')}:",
    "    for package in ['sqlalchemy', 'sqlmodel']:",
    "        found.update(pathlib.Path(root, package).rglob('*.py'))",
    "print(json.dumps(sorted(map(str, found))))",
  ];
  const paths: unknown = JSON.parse(
    execFileSync(interpreter, ["-c", list.join("\n")], { encoding: "utf8", maxBuffer: 1 << 28 }),
  );
  if (!Array.isArray(paths)) throw new Error("no list of files");
  return paths.map(String);
}

/** What CPython makes of the files, one after the other. The first line that it writes names its version. */
async function* ask(
  interpreter: string,
  files: readonly string[],
  flags: readonly string[],
): AsyncGenerator<Answer | { readonly version: readonly [number, number] }> {
  const child = spawn(interpreter, [script, ...flags], { stdio: ["pipe", "pipe", "inherit"] });
  const closed = once(child, "close");
  child.stdin.end(files.map((file) => `${file}\n`).join(""));
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line);
  const [code] = await closed;
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

/** As `dump_ast.py` reads it: Latin-1 where it is not UTF-8, a byte order mark kept. */
function readSource(path: string): string {
  const contents = readFileSync(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(contents);
  } catch {
    return contents.toString("latin1");
  }
}

/** The first statement on which the two differ, from shortly before the difference. */
async function difference(interpreter: string, path: string, mine: readonly string[]): Promise<string> {
  for await (const answer of ask(interpreter, [path], ["--full"])) {
    if (!("path" in answer)) continue;
    const index = answer.statements.findIndex((statement, position) => statement !== mine[position]);
    const theirs = String(answer.statements[index] ?? "");
    const ours = mine[index < 0 ? answer.statements.length : index] ?? "";
    let at = 0;
    while (at < theirs.length && theirs[at] === ours[at]) at++;
    const from = Math.max(0, at - 100);
    return `${path}\n  CPython: ${theirs.slice(from, at + 100)}\n  reader:  ${ours.slice(from, at + 100)}`;
  }
  return path;
}

/** The reader bundled as it ships: what the test runner makes of its modules is several times slower. */
async function bundledReader(): Promise<typeof ReadModule> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../../src/python/reader.ts")],
    bundle: true,
    format: "esm",
    minifySyntax: true,
    write: false,
  });
  const [bundle] = outputFiles;
  const { readModule } = await import(`data:text/javascript,${encodeURIComponent(bundle?.text ?? "")}`);
  return readModule;
}

function speed(characters: number, seconds: number): string {
  return `${(characters / 1e6 / seconds).toFixed(1)} MB/s`;
}

test("the reader and CPython's ast agree on every file that CPython accepts", async () => {
  const interpreter = python();
  const readModule = await bundledReader();
  const files = sourceFiles(interpreter);
  expect(files.length).toBeGreaterThan(500);

  // Before 3.12 CPython's own positions inside f-strings are wrong.
  let spans: DumpOptions["spans"] = "everywhere";
  let version = "";
  const tally = { files: 0, nodes: 0, refused: 0, characters: 0, reading: 0, parsing: 0 };
  const different: string[] = [];
  const accusedOfErrors: string[] = [];
  for await (const answer of ask(interpreter, files, [])) {
    if ("version" in answer) {
      version = answer.version.join(".");
      spans = answer.version[1] >= 12 ? "everywhere" : "outside formatted strings";
      continue;
    }
    const text = readSource(answer.path);
    const began = process.threadCpuUsage();
    const module = readModule(text);
    const { user, system } = process.threadCpuUsage(began);
    checkTree(module, text);
    if (!answer.valid) {
      tally.refused++;
      continue;
    }
    tally.files++;
    tally.characters += text.length;
    tally.reading += (user + system) / 1e6;
    tally.parsing += answer.seconds;
    tally.nodes += answer.nodes;
    if (module.syntaxErrors.length > 0) accusedOfErrors.push(answer.path);
    const mine = module.body.map((statement) => dumpStatement(statement, { text, spans }));
    const isEqual =
      mine.length === answer.statements.length &&
      mine.every((statement, index) => crc32(statement) === answer.statements[index]);
    if (!isEqual && different.length < 5) different.push(await difference(interpreter, answer.path, mine));
  }

  process.stdout.write(
    `Python ${version}: ${tally.files} files with ${tally.nodes} nodes compared, ${tally.refused} are not valid Python; ` +
      `reader ${speed(tally.characters, tally.reading)}, ast.parse ${speed(tally.characters, tally.parsing)}\n`,
  );
  expect(different.join("\n")).toBe("");
  expect(accusedOfErrors).toEqual([]);
  expect(tally.files + tally.refused).toBe(files.length);
});
