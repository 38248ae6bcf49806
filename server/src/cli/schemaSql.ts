import { createIndexes, createTable, sqlalchemyStyle } from "../deletes/ddl.ts";
import { orderTables } from "../deletes/tableOrder.ts";
import type { SchemaReport } from "./schemaReport.ts";

/** The `CREATE TABLE` and `CREATE INDEX` statements that `metadata.create_all` would send, parents first. */
export function schemaSql({ parts }: SchemaReport): string {
  const statements = parts.flatMap(({ tables, dialect }) => {
    const style = sqlalchemyStyle(dialect);
    const own = [...new Set(tables.map(({ table }) => table))];
    const ordered = orderTables(own, (foreignKey) => foreignKey.target.key);
    return ordered.flatMap((table) => [createTable(table, style), ...createIndexes(table, style)]);
  });
  return statements.map((statement) => `${statement};\n`).join("\n");
}
