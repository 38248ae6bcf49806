/**
 * `node scripts/comparePackage.ts PYTHON PACKAGE MODULE…`: reads the sources of a package that is installed for a Python, and
 * compares what is understood with what SQLAlchemy reports once the modules are imported. Prints how many facts agree and
 * every one that does not. For models that nobody here has written; not part of any test.
 */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareSchema, schemaOfFiles } from "../server/test/oracle/compareSchema.ts";
import { describeDisagreement, formatCounts } from "../server/test/oracle/facts.ts";
import type { TrueSchema } from "../server/test/oracle/trueSchema.ts";

const [python = "", name = "", ...modules] = process.argv.slice(2);
if (modules.length === 0) throw new Error("usage: node scripts/comparePackage.ts PYTHON PACKAGE MODULE…");

const inspector = join(import.meta.dirname, "../test-fixtures/oracle/inspect_package.py");
const truth = JSON.parse(run(inspector, ...modules)) as TrueSchema;
const sites = JSON.parse(run("-c", "import json, site; print(json.dumps(site.getsitepackages()))")) as string[];
const site = sites.find((folder) => globSync(`${name}/**/*.py`, { cwd: folder }).length > 0);
if (site === undefined) throw new Error(`${name} is not installed`);
const paths = globSync(`${name}/**/*.py`, { cwd: site });
const schema = schemaOfFiles(Object.fromEntries(paths.map((path) => [path, readFileSync(join(site, path), "utf8")])));

const { counts, disagreements } = compareSchema(schema, truth);
console.log(formatCounts(counts));
console.log(`${paths.length} files, ${truth.tables.length} tables imported, ${schema.tables.size} understood`);
for (const text of disagreements.map(describeDisagreement)) {
  // Models of modules that were not imported are in the sources, too; nothing is known of them.
  if (!text.includes("truth undefined")) console.log(`- ${text}`);
}
for (const { file, what, why } of schema.unresolved) console.log(`? ${file}: ${what}: ${why}`);

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
