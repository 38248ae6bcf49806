import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { quoted } from "../ddl/identifiers.ts";
import { physicalName } from "../ddl/style.ts";
import type { Row } from "../impact.ts";
import { foreignKeyLabel, qualifiedName } from "../qualifiedName.ts";
import type { FailedStatement } from "../unitOfWork/statements.ts";
import type { Database } from "./database.ts";

/** The tables of the throwaway database, with the foreign keys that were declared there. */
export interface DeclaredTables {
  readonly tables: readonly Table[];
  readonly foreignKeysOf: (table: Table) => readonly ForeignKey[];
  /** Labels of the foreign keys that the delete reaches, those at the deleted row first. */
  readonly nearestFirst: readonly string[];
}

/**
 * Names the foreign key that made a statement fail, which SQLite does not: the statement is repeated with checks deferred
 * to see which rows it would leave without their parent. Null where no foreign key is to blame. Leaves no trace.
 */
export function blame(database: Database, declared: DeclaredTables, failed: FailedStatement): string | null {
  const { code, message } = failed.error;
  if (code === "SQLITE_CONSTRAINT_NOTNULL") return owningForeignKey(declared, message);
  if (code !== "SQLITE_CONSTRAINT_FOREIGNKEY" && code !== "SQLITE_CONSTRAINT_TRIGGER") return null;
  database.savepoint("blame");
  database.run("PRAGMA defer_foreign_keys=ON");
  const before = referencedRows(database, declared);
  const { ok } = database.run(failed.sql, failed.parameters);
  const label = ok ? (violation(database, declared) ?? restricted(database, declared, before)) : null;
  database.rollbackTo("blame");
  database.release("blame");
  database.run("PRAGMA defer_foreign_keys=OFF");
  return label;
}

/**
 * The foreign key of a row that refers to nothing, null where there is none; of several the one that the delete reaches
 * first. Asked by a query of its own, because `PRAGMA foreign_key_check` gives up on keys without a unique target.
 */
export function violation(database: Database, { tables, foreignKeysOf, nearestFirst }: DeclaredTables): string | null {
  const byLabel = new Map<string, string>();
  for (const child of tables) {
    for (const foreignKey of foreignKeysOf(child)) {
      const parent = tables.find(({ key }) => key === foreignKey.target.key);
      if (parent) byLabel.set(foreignKeyLabel(child, foreignKey), orphanQuery(child, foreignKey, parent));
    }
  }
  for (const label of new Set([...nearestFirst, ...byLabel.keys()])) {
    const query = byLabel.get(label);
    if (query !== undefined && database.query(query).length > 0) return label;
  }
  return null;
}

function orphanQuery(child: Table, foreignKey: ForeignKey, parent: Table): string {
  const given = foreignKey.columns.map((name) => `c.${quoted(name)} IS NOT NULL`);
  const equal = foreignKey.columns.map(
    (name, index) => `p.${quoted(foreignKey.target.columns[index] ?? "")} = c.${quoted(name)}`,
  );
  const referenced = `SELECT 1 FROM ${physicalName(parent)} AS p WHERE ${equal.join(" AND ")}`;
  return `SELECT 1 FROM ${physicalName(child)} AS c WHERE ${given.join(" AND ")} AND NOT EXISTS (${referenced}) LIMIT 1`;
}

/** `NOT NULL constraint failed: post.user_id`: the foreign key that owns the column. */
function owningForeignKey({ tables, foreignKeysOf }: DeclaredTables, message: string): string | null {
  const address = message.slice(message.indexOf(": ") + 2);
  for (const table of tables) {
    const name = qualifiedName(table);
    if (!address.startsWith(`${name}.`)) continue;
    const column = address.slice(name.length + 1);
    const owning = foreignKeysOf(table).filter(({ columns }) => columns.includes(column));
    const chosen = owning.find(({ onDelete }) => onDelete?.startsWith("SET")) ?? owning[0];
    if (chosen) return foreignKeyLabel(table, chosen);
  }
  return null;
}

type ReferencedRows = ReadonlyMap<ForeignKey, ReadonlySet<string>>;

/** For each RESTRICT, the parents' keys that are in use. */
function referencedRows(database: Database, { tables, foreignKeysOf }: DeclaredTables): ReferencedRows {
  const used = new Map<ForeignKey, ReadonlySet<string>>();
  for (const table of tables) {
    for (const foreignKey of foreignKeysOf(table)) {
      if (foreignKey.onDelete !== "RESTRICT") continue;
      const rows = database.query(`SELECT * FROM ${physicalName(table)}`);
      used.set(foreignKey, new Set(rows.map((row) => keyText(row, foreignKey.columns))));
    }
  }
  return used;
}

/** A RESTRICT that failed although, in the end, a cascade would have removed the row as well. */
function restricted(database: Database, declared: DeclaredTables, before: ReferencedRows): string | null {
  for (const [foreignKey, used] of before) {
    const child = declared.tables.find(({ key }) => key === foreignKey.table);
    const parent = declared.tables.find(({ key }) => key === foreignKey.target.key);
    if (!child || !parent) continue;
    const rows = database.query(`SELECT * FROM ${physicalName(parent)}`);
    const left = new Set(rows.map((row) => keyText(row, foreignKey.target.columns)));
    if ([...used].some((key) => !key.includes("null") && !left.has(key))) return foreignKeyLabel(child, foreignKey);
  }
  return null;
}

function keyText(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((name) => row[name] ?? null));
}
