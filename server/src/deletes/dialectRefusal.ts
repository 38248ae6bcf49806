import type { Schema } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";
import type { Dialect } from "./impact.ts";
import type { NamedReference } from "./links/dialects.ts";
import { referenceRefusal, refused } from "./links/referenceRefusal.ts";
import { tableOfKey } from "./mapping.ts";
import type { DeleteError } from "./outcome.ts";

/**
 * The error with which a database refuses to create the tables of a `MetaData` because of a key, null where it takes them
 * all. SQLite refuses no foreign key: its errors come with the first statement.
 */
export function dialectRefusal(schema: Schema, metadata: string, dialect: Dialect): DeleteError | null {
  if (dialect === "sqlite") return generatedKey(schema, metadata);
  const references = [...schema.tables.values()].flatMap((child) =>
    child.metadata === metadata ? referencesOf(schema, child) : [],
  );
  for (const reference of references) {
    const error = referenceRefusal(dialect, reference);
    if (error) return error;
  }
  return dialect === "mssql" ? multiplePaths(references) : null;
}

function generatedKey({ tables }: Schema, metadata: string): DeleteError | null {
  for (const table of tables.values()) {
    const isGenerated = (key: string) => table.columns.some(({ name, computed }) => name === key && computed !== null);
    if (table.metadata !== metadata || !table.primaryKey.some(isGenerated)) continue;
    const reason = "generated columns cannot be part of the PRIMARY KEY";
    return { kind: "OperationalError", reason, foreignKey: null };
  }
  return null;
}

function referencesOf(schema: Schema, child: Table): readonly NamedReference[] {
  return child.foreignKeys.flatMap((foreignKey) => {
    const parent = tableOfKey(schema, foreignKey.target.key);
    return parent ? [{ foreignKey, child, parent }] : [];
  });
}

/** SQL Server's error 1785: the actions that write to children must form a tree from every table. */
function multiplePaths(references: readonly NamedReference[]): DeleteError | null {
  const writing = references.filter(({ foreignKey }) => /^(CASCADE|SET)/.test(foreignKey.onDelete ?? ""));
  const byParent = Map.groupBy(writing, ({ parent }) => parent);
  for (const start of byParent.keys()) {
    const reached = new Set<Table>([start]);
    for (const table of reached) {
      for (const reference of byParent.get(table) ?? []) {
        if (reached.has(reference.child)) {
          const reason =
            `Introducing FOREIGN KEY constraint on table '${reference.child.name}' may cause cycles or multiple cascade paths. ` +
            "Specify ON DELETE NO ACTION or ON UPDATE NO ACTION, or modify other FOREIGN KEY constraints.";
          return refused("mssql", reference, reason);
        }
        reached.add(reference.child);
      }
    }
  }
  return null;
}
