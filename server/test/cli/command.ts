import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const entry = resolve(import.meta.dirname, "../../../dist/cli.js");

export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `ondelete` as a user does, in a process of its own in `folder`. */
export function ondelete(folder: string, ...args: readonly string[]): CommandRun {
  return ondeleteOnNode([], folder, ...args);
}

/** The same on a Node that was given options of its own. */
export function ondeleteOnNode(nodeOptions: readonly string[], folder: string, ...args: readonly string[]): CommandRun {
  const { NO_COLOR: _, FORCE_COLOR: __, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeOptions, entry, ...args], {
    cwd: folder,
    env: environment,
    encoding: "utf8",
    maxBuffer: 32 * 2 ** 20,
  });
  return { exitCode: status, stdout, stderr };
}

/** Where the program lies, for tests that start it themselves. */
export const commandLine: readonly string[] = [process.execPath, entry];
