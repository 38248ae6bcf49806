import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { oraclePython } from "../../../scripts/oracleEnvironment.ts";

const runner = resolve(import.meta.dirname, "../../../test-fixtures/oracle/run_pages.py");

/** Models, and statements to run on them. */
export interface ModelRun {
  readonly files: ReadonlyMap<string, string>;
  readonly statements: readonly string[];
}

/** What comes of each run with the real packages of SQLAlchemy 2.0, as the pages of the rules write it. */
export function runForReal(runs: readonly ModelRun[]): readonly (readonly string[])[] {
  const requests = runs.map(({ files, statements }) => ({ files: Object.fromEntries(files), statements }));
  const answer = execFileSync(oraclePython("2.0"), [runner], {
    input: JSON.stringify(requests),
    encoding: "utf8",
    stdio: ["pipe", "pipe", "pipe"],
  });
  return JSON.parse(answer) as string[][];
}
