import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { oraclePython } from "../../../scripts/oracleEnvironment.ts";
import type { Row, Rows } from "../../src/deletes/impact.ts";

const script = join(import.meta.dirname, "../../../test-fixtures/oracle/run_on_server.py");

export interface ServerRequest {
  readonly files: Readonly<Record<string, string>>;
  readonly runs: readonly { readonly model: string; readonly victim: Row; readonly before: Rows }[];
}

/** What a server did with the deletes of one request. */
export interface ServerAnswer {
  /** Why the tables could not be made there. */
  readonly failure: { readonly exception: string; readonly message: string } | null;
  readonly runs: readonly {
    readonly error: { readonly kind: string; readonly reason: string } | null;
    /** Key and foreign key columns of every row that is left, as text. */
    readonly after: Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>>;
  }[];
}

/** Carries every request out on the server behind `url`, one after the other, each in an emptied database. */
export async function runOnServer(url: string, requests: readonly ServerRequest[]): Promise<readonly ServerAnswer[]> {
  const python = spawn(oraclePython("2.0"), [script], { stdio: ["pipe", "pipe", "inherit"] });
  python.stdin.end(requests.map((request, id) => JSON.stringify({ id, url, ...request })).join("\n"));
  const answers: ServerAnswer[] = [];
  for await (const line of createInterface({ input: python.stdout })) {
    const answer = JSON.parse(line) as { readonly result?: ServerAnswer; readonly crash?: string };
    if (answer.result === undefined) {
      python.kill();
      throw new Error(`the run on the server failed: ${answer.crash}\n${JSON.stringify(requests[answers.length])}`);
    }
    answers.push(answer.result);
  }
  return answers;
}
