import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type OracleVersion, oraclePython } from "../../../scripts/oracleEnvironment.ts";
import type { Row, Rows } from "../../src/deletes/impact.ts";
import type { TrueFailure, TrueSchema } from "./trueSchema.ts";

const worker = join(import.meta.dirname, "../../../test-fixtures/oracle/worker.py");

/** Python source by path; paths are relative to the root that modules are imported from. */
export type Files = Readonly<Record<string, string>>;

export interface DeleteRun {
  /** `module:Class`. */
  readonly model: string;
  /** Null to try no more than to create the tables. */
  readonly victim: Row | null;
  readonly before: Rows;
  readonly foreignKeys: boolean;
}

export interface TrueRun {
  /** Why the tables or the rows of `before` could not be made. */
  readonly failure: TrueFailure | null;
  /** Null for a path that SQLAlchemy itself does not finish: some eager relationships keep it busy for ever. */
  readonly paths: Readonly<Record<string, TruePath | null>>;
}

export interface TruePath {
  readonly error: { readonly kind: string; readonly reason: string } | null;
  readonly after: Rows;
  readonly statements: readonly string[];
  readonly warnings: readonly string[];
}

export interface TrueDeletes {
  readonly failure: TrueFailure | null;
  readonly runs: readonly TrueRun[];
}

/** What the real packages say of each project's models, in the order given. */
export function inspectModels(version: OracleVersion, projects: readonly Files[]): Promise<TrueSchema[]> {
  return ask<TrueSchema>(
    version,
    projects.map((files) => ({ kind: "inspect", files })),
  );
}

export interface TrueStatements {
  readonly failure: TrueFailure | null;
  readonly dialects: Readonly<
    Record<string, { readonly error: string | null; readonly statements: readonly string[] }>
  >;
}

/** What `create_all` sends in each dialect, in the order given. */
export function createStatements(version: OracleVersion, projects: readonly Files[]): Promise<TrueStatements[]> {
  return ask<TrueStatements>(
    version,
    projects.map((files) => ({ kind: "create", files })),
  );
}

export interface DeleteRequest {
  readonly files: Files;
  readonly runs: readonly DeleteRun[];
}

/**
 * What is left after each run, in the order given. `hashSeed` decides what SQLAlchemy leaves to the order of sets; a
 * process with another one may see another outcome.
 */
export function runDeletes(
  version: OracleVersion,
  requests: readonly DeleteRequest[],
  hashSeed = 0,
): Promise<TrueDeletes[]> {
  return ask<TrueDeletes>(
    version,
    requests.map((request) => ({ kind: "delete", ...request })),
    hashSeed,
  );
}

/** Sends every request to one Python process and collects the answers; a crash of the oracle itself is an error. */
async function ask<Result>(version: OracleVersion, requests: readonly object[], hashSeed = 0): Promise<Result[]> {
  const env = { ...process.env, PYTHONHASHSEED: String(hashSeed) };
  const python = spawn(oraclePython(version), [worker], { stdio: ["pipe", "pipe", "inherit"], env });
  const ended = once(python, "exit");
  python.stdin.end(requests.map((request, id) => JSON.stringify({ id, ...request })).join("\n"));
  const results: Result[] = [];
  for await (const line of createInterface({ input: python.stdout })) {
    const answer = JSON.parse(line) as { id: number; result?: Result; crash?: string };
    if (answer.crash !== undefined || answer.result === undefined) {
      python.kill();
      throw new Error(`the oracle failed: ${answer.crash}\n${JSON.stringify(requests[answer.id]).slice(0, 4_000)}`);
    }
    results.push(answer.result);
  }
  await ended;
  if (results.length !== requests.length) throw new Error(`${requests.length} requests, ${results.length} answers`);
  return results;
}
