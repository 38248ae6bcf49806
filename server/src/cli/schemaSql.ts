import { createAll } from "../deletes/ddl/createAll.ts";
import type { SchemaReport } from "./schemaReport.ts";

/** The statements that `metadata.create_all` would send, parents first. */
export function schemaSql({ parts }: SchemaReport): string {
  const statements = parts.flatMap(({ tables, dialect }) =>
    createAll([...new Set(tables.map(({ table }) => table))], dialect),
  );
  return statements.map((statement) => `${statement}${statement.startsWith("--") ? "" : ";"}\n`).join("\n");
}
