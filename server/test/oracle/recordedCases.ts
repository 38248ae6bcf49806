import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Row, Rows } from "../../src/deletes/impact.ts";
import type { DeletePath } from "../../src/deletes/outcome.ts";

/** One module and the deletes that the real SQLAlchemy carried out on it. */
export interface RecordedModule {
  readonly family: string;
  readonly source: string;
  readonly cases: readonly RecordedCase[];
}

export interface RecordedCase {
  /** The parameters that tell it from the others of its family. */
  readonly name: string;
  readonly model: string;
  readonly victim: Row;
  readonly rows: Rows;
  readonly foreignKeys: boolean;
  /** Null for a path whose outcome is a matter of chance. */
  readonly paths: Readonly<Record<DeletePath, RecordedPath | null>>;
}

export interface RecordedPath {
  readonly error: { readonly kind: string; readonly reason: string } | null;
  /** Null where no row has changed. */
  readonly after: Rows | null;
  /** Null where their order is a matter of chance. */
  readonly statements: readonly string[] | null;
}

/** What `test-fixtures/oracle/record_cases.py` recorded. */
export function recordedModules(): RecordedModule[] {
  const file = join(import.meta.dirname, "../../../test-fixtures/oracle/deletes.jsonl.gz");
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
  return lines.map((line) => JSON.parse(line) as RecordedModule);
}
