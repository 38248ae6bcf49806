import type { OracleVersion } from "../../../../scripts/oracleEnvironment.ts";
import { compareSchema, schemaOfFiles } from "../compareSchema.ts";
import type { Comparison } from "../facts.ts";
import { type Files, inspectModels } from "../oracleProcess.ts";
import { isVersionDifference } from "../versionDifferences.ts";

/** Compares our schema of each project with what one version of SQLAlchemy says of it. */
export async function differentialSchema(version: OracleVersion, projects: readonly Files[]): Promise<Comparison[]> {
  const truths = await inspectModels(version, projects);
  return truths.map((truth, index) => {
    const comparison = compareSchema(schemaOfFiles(projects[index] ?? {}), truth);
    const disagreements = comparison.disagreements.filter((each) => !isVersionDifference(version, each));
    return { ...comparison, disagreements };
  });
}
