/**
 * Measures the product beside its peers on the same files in the same run and prints the ratios that DESIGN's budgets
 * name. `npm run bench`, or `npm run bench -- cold edit hover links memory growth import floor` for some of them.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "esbuild";
import { LanguageClient } from "./languageClient.ts";
import { links } from "./links.ts";
import { installPeers } from "./peers.ts";
import { median, milliseconds, percentile } from "./statistics.ts";
import { type SyntheticFile, syntheticProject, tree } from "./syntheticProject.ts";

const cli = resolve(import.meta.dirname, "../dist/cli.js");
const peers = installPeers();
const folders: string[] = [];

function writeProject(files: readonly SyntheticFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), "ondelete-bench-"));
  folders.push(folder);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), file.text);
  }
  return folder;
}

/** Wall-clock milliseconds of a command. The first, unmeasured run warms the disk cache. */
function timeCommand(command: string, args: readonly string[], folder: string, runs: number): number[] {
  return Array.from({ length: runs + 1 }, () => {
    const start = performance.now();
    spawnSync(command, args, { cwd: folder, stdio: "ignore" });
    return performance.now() - start;
  }).slice(1);
}

function report(what: string, ours: readonly number[], peer: string, theirs: readonly number[]): void {
  console.log(
    `${what.padEnd(34)} ondelete ${milliseconds(median(ours))} (p95 ${milliseconds(percentile(ours, 0.95))})   ` +
      `${peer} ${milliseconds(median(theirs))} (p95 ${milliseconds(percentile(theirs, 0.95))})   ratio ${(median(ours) / median(theirs)).toFixed(2)}`,
  );
}

function cold(): void {
  const folder = writeProject(syntheticProject(1_000));
  const ours = timeCommand(process.execPath, [cli, "check", "--format", "json", "--fail-on", "never", "."], folder, 15);
  const theirs = timeCommand(peers.ruff, ["check", "--no-cache", "--output-format", "json", "."], folder, 15);
  report("cold check, 1,000 models", ours, "ruff check --no-cache", theirs);
  const text = timeCommand(process.execPath, [cli, "check", "--fail-on", "never", "."], folder, 15);
  const ruffText = timeCommand(peers.ruff, ["check", "--no-cache", "."], folder, 15);
  report("cold check, 1,000 models, text", text, "ruff check --no-cache", ruffText);
}

/** What any JavaScript program pays before it can know something of the files: Node, and their syntax trees. */
async function floor(): Promise<void> {
  const folder = writeProject(syntheticProject(1_000));
  const trees = join(folder, "trees.cjs");
  const entry = join(import.meta.dirname, "trees.ts");
  await build({ entryPoints: [entry], outfile: trees, bundle: true, platform: "node", minify: true });
  const ruff = timeCommand(peers.ruff, ["check", "--no-cache", "."], folder, 15);
  report("Node alone", timeCommand(process.execPath, ["-e", "0"], folder, 15), "ruff check --no-cache", ruff);
  report("syntax trees, 1,000 models", timeCommand(process.execPath, [trees, "."], folder, 15), "the same", ruff);
}

function importing(): void {
  const folder = writeProject(syntheticProject(1_000));
  const script = "import app.models\nfrom sqlalchemy.orm import configure_mappers\nconfigure_mappers()";
  const theirs = timeCommand(peers.python, ["-c", script], folder, 3);
  const ours = timeCommand(process.execPath, [cli, "check", "--fail-on", "never", "."], folder, 9);
  report("check against importing, 1,000", ours, "python import + configure", theirs);
}

function growth(): void {
  const sizes = [1_000, 10_000].map((models) => {
    const folder = writeProject(syntheticProject(models));
    return median(timeCommand(process.execPath, [cli, "check", "--fail-on", "never", "--statistics", "."], folder, 5));
  });
  const [small = Number.NaN, large = Number.NaN] = sizes;
  console.log(
    `growth, 1,000 to 10,000 models     ${milliseconds(small)} to ${milliseconds(large)}   ratio ${(large / small).toFixed(1)}`,
  );
}

async function edit(): Promise<void> {
  const folder = writeProject(syntheticProject(1_000));
  const path = join(folder, "app/models/area_50.py");
  const measure = async (command: string, args: readonly string[]): Promise<number[]> => {
    const client = await LanguageClient.start(command, args, folder);
    await client.open(path);
    await client.diagnostics(path);
    const samples: number[] = [];
    for (let run = 0; run < 220; run++) {
      const start = performance.now();
      // Renames a column and moves everything below it; the next edit takes it back.
      const typed = run % 2 === 0;
      await client.edit(path, 14, 4, typed ? 4 : 5, typed ? "x" : "");
      await client.diagnostics(path);
      samples.push(performance.now() - start);
    }
    await client.stop();
    return samples.slice(20);
  };
  report(
    "edit to diagnostics, 1,000 models",
    await measure(process.execPath, [cli, "server", "--stdio"]),
    "ruff server",
    await measure(peers.ruff, ["server"]),
  );
}

async function hover(): Promise<void> {
  const folder = writeProject([...tree(50, "Node"), ...tree(50, "Knot")]);
  const [path, other] = [join(folder, "nodes.py"), join(folder, "knots.py")];
  const samples = { first: [], rested: [], edited: [], warm: [], again: [] } as Record<string, number[]>;
  for (let session = 0; session < 10; session++) {
    const client = await LanguageClient.start(process.execPath, [cli, "server", "--stdio"], folder);
    await client.open(path);
    await client.open(other);
    await client.diagnostics(path);
    // Half of the sessions leave the server the time to rehearse previews.
    const rested = session % 2 === 1;
    if (rested) await setTimeout(1_000);
    for (let run = 0; run < 20; run++) {
      // Every hover follows an edit that changes the schema, so that none is answered from memory.
      await client.edit(
        path,
        4,
        0,
        0,
        `class Extra${run}(SQLModel, table=True):\n    id: int = Field(primary_key=True)\n\n\n`,
      );
      await client.diagnostics(path);
      const line = 4 + 4 * (run + 1);
      samples[run > 0 ? "edited" : rested ? "rested" : "first"]?.push(await timeHover(client, path, line));
      if (run === 0) continue;
      // The root of another tree, in the schema as it is known now.
      samples.warm?.push(await timeHover(client, other, 4));
      samples.again?.push(await timeHover(client, path, line));
    }
    await client.stop();
  }
  for (const [kind, times] of Object.entries(samples)) {
    console.log(
      `hover preview, 50 tables, ${kind.padEnd(9)} median ${milliseconds(median(times))}   p95 ${milliseconds(percentile(times, 0.95))}`,
    );
  }
}

async function timeHover(client: LanguageClient, path: string, line: number): Promise<number> {
  const start = performance.now();
  const answer = await client.hover(path, line, 7);
  if (answer === null) throw new Error("the hover is empty: nothing was measured");
  return performance.now() - start;
}

async function memory(): Promise<void> {
  const folder = writeProject(syntheticProject(1_000));
  const path = join(folder, "app/models/area_50.py");
  const client = await LanguageClient.start(process.execPath, [cli, "server", "--stdio"], folder);
  await client.open(path);
  await client.diagnostics(path);
  const start = client.residentMemory();
  for (let run = 0; run < 10_000; run++) {
    await client.edit(path, 14, 4, run % 2 === 0 ? 4 : 5, run % 2 === 0 ? "x" : "");
    // An odd distance, so that every other pull finds the column renamed: an even one would find each time what it knows.
    if (run % 9 === 8) await client.diagnostics(path);
    if (run === 999) console.log(`memory after 1,000 edits            ${client.residentMemory().toFixed(0)} MiB`);
  }
  console.log(
    `memory, 1,000 models                ${start.toFixed(0)} MiB; after 10,000 edits ${client.residentMemory().toFixed(0)} MiB`,
  );
  await client.stop();
}

const sections: Readonly<Record<string, () => void | Promise<void>>> = {
  cold,
  edit,
  hover,
  links,
  memory,
  growth,
  import: importing,
  floor,
};
const wanted = process.argv.slice(2);
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(sections)) {
    const section = sections[name];
    if (section === undefined)
      throw new Error(`no benchmark named ${name}; there are ${Object.keys(sections).join(", ")}`);
    await section();
  }
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
