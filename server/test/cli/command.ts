import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const sourceEntry = resolve(import.meta.dirname, "../../src/cli/main.ts");
const builtEntry = resolve(import.meta.dirname, "../../../dist/cli.js");

export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `ondelete` as a user does, in a process of its own in `folder`. */
export function ondelete(folder: string, ...args: readonly string[]): CommandRun {
  return run(process.execPath, [sourceEntry, ...args], folder);
}

/** The same with what `npm run build` made, started by a Node that was given `nodeOptions`. */
export function builtOndelete(folder: string, nodeOptions: readonly string[], ...args: readonly string[]): CommandRun {
  return run(process.execPath, [...nodeOptions, builtEntry, ...args], folder);
}

function run(program: string, args: readonly string[], folder: string): CommandRun {
  const { NO_COLOR: _, FORCE_COLOR: __, ...environment } = process.env;
  // Node keeps what it makes of the TypeScript sources: each run starts in a fraction of the time.
  const env = { ...environment, NODE_COMPILE_CACHE: join(tmpdir(), "ondelete-test-compile-cache") };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: "utf8" });
  return { exitCode: status, stdout, stderr };
}

/** Where the program lies, for tests that start it themselves. */
export const commandLine: readonly string[] = [process.execPath, sourceEntry];
