import type { ForeignKey } from "../../models/schema/table.ts";
import type { Dialect } from "../impact.ts";
import type { DeleteError } from "../outcome.ts";
import { foreignKeyLabel } from "../qualifiedName.ts";
import type { NamedReference } from "./dialects.ts";
import { isIndexedTarget, isUniqueTarget } from "./keys.ts";

/**
 * The error with which a server refuses to create one foreign key, null where it takes it. SQLite refuses nothing of this:
 * its errors come with the first statement.
 */
export function referenceRefusal(dialect: Dialect, reference: NamedReference): DeleteError | null {
  if (dialect === "sqlite") return null;
  const reason = refusals[dialect](reference);
  return reason === null ? null : refused(dialect, reference, reason);
}

/** The exception that SQLAlchemy makes of a server's error in DDL. */
export function refused(dialect: Dialect, { child, foreignKey }: NamedReference, reason: string): DeleteError {
  const kind = dialect === "mysql" ? "OperationalError" : dialect === "oracle" ? "DatabaseError" : "ProgrammingError";
  return { kind, reason, foreignKey: foreignKeyLabel(child, foreignKey) };
}

/** PostgreSQL's `SET NULL (a, b)`: the columns to set, null where the action says nothing of columns. */
export function listedColumns({ onDeleteText }: ForeignKey): readonly string[] | null {
  const list = /\((.*)\)/.exec(onDeleteText ?? "")?.[1];
  return list?.split(",").map((name) => name.trim().replace(/^"(.*)"$/, "$1")) ?? null;
}

type Refusal = (reference: NamedReference) => string | null;

const refusals: Readonly<Record<Exclude<Dialect, "sqlite">, Refusal>> = {
  postgresql: ({ parent, foreignKey }) =>
    isUniqueTarget(parent, foreignKey.target.columns)
      ? null
      : `there is no unique constraint matching given keys for referenced table "${parent.name}"`,

  // InnoDB refers to any index that starts with the columns, unique or not.
  mysql: (reference) => {
    if (isDeferrable(reference)) return "You have an error in your SQL syntax near 'DEFERRABLE'";
    const formed = isIndexedTarget(reference.parent, reference.foreignKey.target.columns) && !setsRequired(reference);
    return formed
      ? null
      : `Can't create table \`${reference.child.name}\` (errno: 150 "Foreign key constraint is incorrectly formed")`;
  },

  mssql: (reference) => {
    const { foreignKey, parent } = reference;
    if (isDeferrable(reference)) return "Incorrect syntax near 'DEFERRABLE'.";
    if (foreignKey.onDelete === "RESTRICT") return "Incorrect syntax near the keyword 'RESTRICT'.";
    if (setsRequired(reference)) {
      return `Cannot create the foreign key "${foreignKey.columns.join(", ")}" with the SET NULL referential action, because one or more referencing columns are not nullable.`;
    }
    return isUniqueTarget(parent, foreignKey.target.columns)
      ? null
      : `There are no primary or candidate keys in the referenced table '${parent.name}' that match the referencing column list`;
  },

  oracle: ({ foreignKey, parent }) => {
    const known =
      foreignKey.onDelete === null || foreignKey.onDelete === "CASCADE" || foreignKey.onDelete === "SET NULL";
    if (!known) return "ORA-00905: missing keyword";
    return isUniqueTarget(parent, foreignKey.target.columns)
      ? null
      : "ORA-02270: no matching unique or primary key for this column-list";
  },
};

function isDeferrable({ foreignKey }: NamedReference): boolean {
  return foreignKey.deferrable !== null || foreignKey.initially !== null;
}

function setsRequired({ foreignKey, child }: NamedReference): boolean {
  return (
    foreignKey.onDelete === "SET NULL" &&
    child.columns.some(
      ({ name, nullable }) => foreignKey.columns.includes(name) && (!nullable || child.primaryKey.includes(name)),
    )
  );
}
