import type { CheckConstraint, ForeignKey, Table } from "../../models/schema/table.ts";
import type { Dialect } from "../impact.ts";
import type { DeleteError } from "../outcome.ts";
import { foreignKeyLabel } from "../qualifiedName.ts";
import type { UniqueKey } from "../rawDelete/repeatedKey.ts";

/** A foreign key with its tables, as messages name them. */
export interface NamedReference {
  readonly foreignKey: ForeignKey;
  readonly child: Table;
  readonly parent: Table;
}

/** InnoDB follows cascades this many rows deep. */
export const mostInnodbCascades = 15;

/** What the server says when a row is still referred to. */
export function foreignKeyViolation(dialect: Dialect, reference: NamedReference): DeleteError {
  return integrityError(reference, foreignKeyMessages[dialect](reference));
}

/** What the server says when an action sets a column to NULL that does not take it. */
export function notNullViolation(dialect: Dialect, reference: NamedReference, column: string): DeleteError {
  return integrityError(reference, notNullMessages[dialect](reference.child.name, column));
}

/** What the server says when a statement leaves a row that a CHECK does not let pass. */
export function checkViolation(dialect: Dialect, reference: NamedReference, check: CheckConstraint): DeleteError {
  return integrityError(reference, checkMessages[dialect](reference.child.name, check));
}

const foreignKeyMessages: Readonly<Record<Dialect, (reference: NamedReference) => string>> = {
  sqlite: () => "FOREIGN KEY constraint failed",
  postgresql: (reference) => {
    const name = constraintName("postgresql", reference);
    return `update or delete on table "${reference.parent.name}" violates foreign key constraint "${name}" on table "${reference.child.name}"`;
  },
  mysql: (reference) => {
    const name = constraintName("mysql", reference);
    return `Cannot delete or update a parent row: a foreign key constraint fails (\`${reference.child.name}\`, CONSTRAINT \`${name}\`)`;
  },
  mssql: (reference) => {
    const name = constraintName("mssql", reference);
    return `The DELETE statement conflicted with the REFERENCE constraint "${name}", table "${reference.child.name}"`;
  },
  oracle: (reference) => {
    const name = constraintName("oracle", reference).toUpperCase();
    return `ORA-02292: integrity constraint (${name}) violated - child record found`;
  },
};

const notNullMessages: Readonly<Record<Dialect, (table: string, column: string) => string>> = {
  sqlite: (table, column) => `NOT NULL constraint failed: ${table}.${column}`,
  postgresql: (table, column) => `null value in column "${column}" of relation "${table}" violates not-null constraint`,
  mysql: (_, column) => `Column '${column}' cannot be null`,
  mssql: (table, column) => `Cannot insert the value NULL into column '${column}', table '${table}'`,
  oracle: (table, column) => `ORA-01407: cannot update ("${table.toUpperCase()}"."${column.toUpperCase()}") to NULL`,
};

const checkMessages: Readonly<Record<Dialect, (table: string, check: CheckConstraint) => string>> = {
  sqlite: (_, { name, text }) => `CHECK constraint failed: ${name ?? text}`,
  postgresql: (table, { name }) =>
    `new row for relation "${table}" violates check constraint "${name ?? `${table}_check`}"`,
  mysql: (table, { name }) => `Check constraint '${name ?? `${table}_chk_1`}' is violated.`,
  mssql: (table, { name, text }) =>
    `The UPDATE statement conflicted with the CHECK constraint "${name ?? text}", table "${table}"`,
  oracle: (_, { name }) => `ORA-02290: check constraint (${(name ?? "SYS_C").toUpperCase()}) violated`,
};

/** What the server says when an action gives a row a key that another row has. */
export function uniqueViolation(dialect: Dialect, reference: NamedReference, key: UniqueKey): DeleteError {
  return integrityError(reference, uniqueMessages[dialect](reference.child.name, key));
}

const uniqueMessages: Readonly<Record<Dialect, (table: string, key: UniqueKey) => string>> = {
  sqlite: (table, { columns }) => `UNIQUE constraint failed: ${columns.map((name) => `${table}.${name}`).join(", ")}`,
  postgresql: (table, { name, columns, isPrimary }) => {
    const given = isPrimary ? `${table}_pkey` : `${table}_${columns.join("_")}_key`;
    return `duplicate key value violates unique constraint "${name ?? given}"`;
  },
  mysql: (table, { name, columns, isPrimary }) =>
    `Duplicate entry for key '${table}.${isPrimary ? "PRIMARY" : (name ?? columns[0])}'`,
  mssql: (table, { name, isPrimary }) => {
    const kind = isPrimary ? "PRIMARY KEY" : "UNIQUE KEY";
    const named = name === null ? "" : ` '${name}'`;
    return `Violation of ${kind} constraint${named}. Cannot insert duplicate key in object '${table}'.`;
  },
  oracle: (_, { name }) => `ORA-00001: unique constraint (${(name ?? "SYS_C").toUpperCase()}) violated`,
};

/** InnoDB's error for a row that is changed while what it refers to is being deleted. */
export function missingParent(reference: NamedReference): DeleteError {
  const { child } = reference;
  const name = constraintName("mysql", reference);
  const reason = `Cannot add or update a child row: a foreign key constraint fails (\`${child.name}\`, CONSTRAINT \`${name}\`)`;
  return integrityError(reference, reason);
}

/** InnoDB's error for a chain of cascades that is too long. */
export function cascadeTooDeep({ child, foreignKey }: NamedReference): DeleteError {
  const reason = 'Got error 193 "`FOREIGN KEY` cascade delete/update exceeds max depth" from storage engine InnoDB';
  return { kind: "OperationalError", reason, foreignKey: foreignKeyLabel(child, foreignKey) };
}

function integrityError({ child, foreignKey }: NamedReference, reason: string): DeleteError {
  return { kind: "IntegrityError", reason, foreignKey: foreignKeyLabel(child, foreignKey) };
}

/** The name that the server gives a constraint without one. SQL Server and Oracle number theirs. */
export function constraintName(dialect: Dialect, { child, foreignKey }: NamedReference): string {
  if (foreignKey.name !== null) return foreignKey.name;
  if (dialect === "mysql") {
    const unnamed = child.foreignKeys.filter(({ name }) => name === null);
    return `${child.name}_ibfk_${unnamed.indexOf(foreignKey) + 1}`;
  }
  return postgresqlName(child.name, foreignKey.columns.join("_"));
}

/** PostgreSQL cuts the longer part until the name fits into 63 characters. */
function postgresqlName(table: string, columns: string): string {
  const room = 63 - "__fkey".length;
  let [first, second] = [table.length, columns.length];
  while (first + second > room) {
    if (first > second) first--;
    else second--;
  }
  return `${table.slice(0, first)}_${columns.slice(0, second)}_fkey`;
}
