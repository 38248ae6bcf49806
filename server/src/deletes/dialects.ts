import type { CheckConstraint, ForeignKey, Table } from "../models/schema.ts";
import type { Dialect } from "./impact.ts";
import type { DeleteError } from "./outcome.ts";
import { foreignKeyLabel } from "./qualifiedName.ts";

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
  const { child, parent } = reference;
  const name = constraintName(dialect, reference);
  return integrityError(
    reference,
    {
      sqlite: "FOREIGN KEY constraint failed",
      postgresql: `update or delete on table "${parent.name}" violates foreign key constraint "${name}" on table "${child.name}"`,
      mysql: `Cannot delete or update a parent row: a foreign key constraint fails (\`${child.name}\`, CONSTRAINT \`${name}\`)`,
      mssql: `The DELETE statement conflicted with the REFERENCE constraint "${name}", table "${child.name}"`,
      oracle: `ORA-02292: integrity constraint (${name.toUpperCase()}) violated - child record found`,
    }[dialect],
  );
}

/** What the server says when an action sets a column to NULL that does not take it. */
export function notNullViolation(dialect: Dialect, reference: NamedReference, column: string): DeleteError {
  const { child } = reference;
  return integrityError(
    reference,
    {
      sqlite: `NOT NULL constraint failed: ${child.name}.${column}`,
      postgresql: `null value in column "${column}" of relation "${child.name}" violates not-null constraint`,
      mysql: `Column '${column}' cannot be null`,
      mssql: `Cannot insert the value NULL into column '${column}', table '${child.name}'`,
      oracle: `ORA-01407: cannot update ("${child.name.toUpperCase()}"."${column.toUpperCase()}") to NULL`,
    }[dialect],
  );
}

/** What the server says when a statement leaves a row that a CHECK does not let pass. */
export function checkViolation(
  dialect: Dialect,
  reference: NamedReference,
  { name, text }: CheckConstraint,
): DeleteError {
  const { child } = reference;
  return integrityError(
    reference,
    {
      sqlite: `CHECK constraint failed: ${name ?? text}`,
      postgresql: `new row for relation "${child.name}" violates check constraint "${name ?? `${child.name}_check`}"`,
      mysql: `Check constraint '${name ?? `${child.name}_chk_1`}' is violated.`,
      mssql: `The UPDATE statement conflicted with the CHECK constraint "${name ?? text}", table "${child.name}"`,
      oracle: `ORA-02290: check constraint (${(name ?? "SYS_C").toUpperCase()}) violated`,
    }[dialect],
  );
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
