import type { Table } from "../../models/schema/table.ts";
import { stringLiteral } from "../../models/sqlText.ts";
import type { Dialect } from "../impact.ts";
import { nativeEnum, typeRefusal } from "./columnTypes.ts";
import { createIndexes } from "./createIndexes.ts";
import { addForeignKey, createTable } from "./createTable.ts";
import { identifier } from "./identifiers.ts";
import { sqlalchemyStyle } from "./style.ts";
import { orderTables, tablesOnCycles } from "./tableOrder.ts";

/**
 * The statements that `metadata.create_all` sends to a new database, in its order and without final semicolons: each table
 * after those it refers to, with its indexes; before them PostgreSQL's enumerations, in the end the foreign keys that
 * `use_alter` or a circle of tables postpones. For a table that SQLAlchemy refuses to compile there is a comment instead.
 */
export function createAll(tables: readonly Table[], dialect: Dialect): readonly string[] {
  const style = sqlalchemyStyle(dialect, tablesOnCycles(tables));
  const types = new Map<string, string>();
  const statements: string[] = [];
  const postponed: string[] = [];
  for (const table of orderTables(tables, ({ target }) => target.key)) {
    const refusal = refusalOf(table, dialect);
    if (refusal !== null) {
      statements.push(refusal);
      continue;
    }
    for (const { type } of table.columns) {
      const name = nativeEnum(type, dialect);
      // Of several enumerations of one name the first makes the type.
      if (name === null || type.enumValues === null || types.has(name)) continue;
      types.set(name, createEnum(name, type.enumValues, dialect));
    }
    statements.push(createTable(table, style), ...createIndexes(table, style));
    if (dialect === "sqlite") continue;
    const declared = style.foreignKeys(table);
    const later = table.foreignKeys.filter((foreignKey) => !declared.includes(foreignKey));
    postponed.push(...later.map((foreignKey) => addForeignKey(table, foreignKey, style)));
  }
  return [...types.values(), ...statements, ...postponed];
}

function createEnum(name: string, values: readonly string[], dialect: Dialect): string {
  return `CREATE TYPE ${identifier(name, dialect)} AS ENUM (${values.map(stringLiteral).join(", ")})`;
}

function refusalOf(table: Table, dialect: Dialect): string | null {
  for (const { name, type } of table.columns) {
    const reason = typeRefusal(type, dialect);
    if (reason !== null) return `-- CompileError: (in table '${table.name}', column '${name}'): ${reason}`;
  }
  return null;
}
