import { buildSchema } from "../../src/models/buildSchema.ts";
import { readFileFacts } from "../../src/models/fileFacts.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
import { readModule } from "../../src/python/reader.ts";
import { type Comparison, compareFacts } from "./facts.ts";
import { failureDisagreements } from "./failureFacts.ts";
import type { Files } from "./oracleProcess.ts";
import { schemaFacts } from "./schemaFacts.ts";
import { trueFacts } from "./trueFacts.ts";
import type { TrueSchema } from "./trueSchema.ts";

/** Our schema of a project held in memory. */
export function schemaOfFiles(files: Files): Schema {
  const facts = Object.entries(files).map(([path, text]) => readFileFacts(path, text, readModule(text)));
  return buildSchema(facts).schema;
}

/** Everything that we say of a project beside everything that is true of it. */
export function compareSchema(schema: Schema, truth: TrueSchema): Comparison {
  const { counts, disagreements } = compareFacts(schemaFacts(schema, truth), trueFacts(truth));
  const failures = failureDisagreements(schema, truth);
  const compared = 1 + truth.warnings.length;
  const failureCount = { agreed: compared - Math.min(compared, failures.length), compared };
  return {
    counts: new Map([...counts, ["failures and warnings", failureCount]]),
    disagreements: [...disagreements, ...failures],
  };
}
