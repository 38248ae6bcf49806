/**
 * `npm start`: checks the sample project, shows one delete preview, and says how to see the same in the editor.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

function ondelete(...args: readonly string[]): void {
  console.log(`\n$ ondelete ${args.join(" ")}\n`);
  const run = spawnSync(process.execPath, ["dist/cli.js", ...args], { cwd: root, stdio: "inherit" });
  // The sample has defects on purpose, so 1 is the expected answer of `check`.
  if (run.status !== 0 && run.status !== 1) process.exitCode = 1;
}

ondelete("check", "test-fixtures/sample");
ondelete("impact", "test-fixtures/sample", "--model", "Member");
console.log(`
Your own models:   node dist/cli.js check path/to/your/project
In VS Code:        npm run package, then "Extensions: Install from VSIX…" and choose ondelete-*.vsix
In other editors:  node dist/cli.js server --stdio is a language server`);
