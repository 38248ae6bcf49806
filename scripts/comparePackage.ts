/**
 * `node scripts/comparePackage.ts PYTHON PACKAGE MODULE…`: reads the sources of a package that is installed for a Python, and
 * compares what is understood with what SQLAlchemy reports once the modules are imported; then previews the delete of a row of
 * every class, and has SQLAlchemy delete it from the same rows. Prints how many facts and deletes agree, and each that does
 * not. For models that nobody here has written; not part of any test, because it takes what is installed.
 */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../server/src/deletes/throwaway/database.ts";
import { isMigrationScript } from "../server/src/workspace/migrationScript.ts";
import { compareSchema, schemaOfFiles } from "../server/test/oracle/compareSchema.ts";
import { describeDisagreement, formatCounts } from "../server/test/oracle/facts.ts";
import { compareImpacts, previewEveryClass } from "../server/test/oracle/impactRuns.ts";
import type { TrueDeletes } from "../server/test/oracle/oracleProcess.ts";
import type { TrueSchema } from "../server/test/oracle/trueSchema.ts";

const [python = "", name = "", ...modules] = process.argv.slice(2);
if (modules.length === 0) throw new Error("usage: node scripts/comparePackage.ts PYTHON PACKAGE MODULE…");

const inspector = join(import.meta.dirname, "../test-fixtures/oracle/inspect_package.py");
const sites = JSON.parse(run("", "-c", "import json, site; print(json.dumps(site.getsitepackages()))")) as string[];
const schema = schemaOfFiles(sourcesIn(sites));
compareFacts();
await compareDeletes();

function compareFacts(): void {
  const truth = JSON.parse(run("", inspector, "inspect", ...modules)) as TrueSchema;
  const { counts, disagreements } = compareSchema(schema, truth);
  console.log(formatCounts(counts));
  console.log(`${truth.tables.length} tables imported, ${schema.tables.size} understood`);
  for (const text of disagreements.map(describeDisagreement)) {
    // Models of modules that were not imported are in the sources, too; nothing is known of them.
    if (!text.includes("truth undefined") && !text.includes(" of all: ")) console.log(`- ${text}`);
  }
  for (const { file, what, why } of schema.unresolved) console.log(`? ${file}: ${what}: ${why}`);
}

async function compareDeletes(): Promise<void> {
  const opened = await openDatabase();
  if (!opened.ok) throw new Error(opened.reason);
  const { impacts, runs } = previewEveryClass(opened.database, schema);
  const truths = JSON.parse(run(JSON.stringify(runs), inspector, "delete", ...modules)) as (TrueDeletes | null)[];
  const compared = truths.flatMap((truth, index) => {
    const impact = impacts[index];
    if (truth === null || impact === undefined) return [];
    // In which order independent statements come is for SQLAlchemy's hashing to say.
    const found = compareImpacts({ impacts: [impact], runs: [] }, truth).filter(({ about }) => about !== "statements");
    return [{ model: impact.model, found }];
  });
  const differing = compared.filter(({ found }) => found.length > 0);
  console.log(`${compared.length - differing.length} of ${compared.length} deletes agree on all paths`);
  for (const { model, found } of differing) {
    for (const { path, about, ours, truth } of found) {
      console.log(`- ${model} ${path} ${about}: ours ${JSON.stringify(ours)}, truth ${JSON.stringify(truth)}`);
    }
  }
}

function sourcesIn(folders: readonly string[]): Readonly<Record<string, string>> {
  for (const folder of folders) {
    const paths = globSync(`${name}/**/*.py`, { cwd: folder });
    const texts = paths.map((path) => [path, readFileSync(join(folder, path), "utf8")] as const);
    if (texts.length > 0) return Object.fromEntries(texts.filter(([, text]) => !isMigrationScript(text)));
  }
  throw new Error(`${name} is not installed`);
}

function run(input: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python, args, { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
