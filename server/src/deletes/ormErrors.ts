import { ownNameOf } from "../models/classKey.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { DeleteError } from "./outcome.ts";

/**
 * What SQLAlchemy raises when a `write_only` collection would have to be read; the message names the attribute of the
 * object's own class, inherited or not.
 */
export function refusal(relationship: Pick<Relationship, "name" | "owner">): DeleteError {
  const attribute = `${ownNameOf(relationship.owner)}.${relationship.name}`;
  const reason =
    `Attribute ${attribute} can't load the existing state from the database for this operation; ` +
    "full iteration is not permitted.  If this is a delete operation, configure passive_deletes=True on the " +
    `${attribute} relationship in order to resolve this error.`;
  return { kind: "InvalidRequestError", reason, foreignKey: null };
}

/** The assertion of the unit of work that keeps it from nulling a primary key column; `instance` is the child's class. */
export function blankOutError(
  parentColumn: string,
  childColumn: string,
  instance: string,
  label: string | null,
): DeleteError {
  const reason =
    `Dependency rule on column '${parentColumn}' tried to blank-out primary key column '${childColumn}' ` +
    `on instance '<${instance}>'`;
  return { kind: "AssertionError", reason, foreignKey: label };
}

/** What the unit of work raises when it comes to null a column that no attribute of the `mapper` has (`sync.clear`), named as in `Post(post)`. */
export function unmappedColumnError(column: string, mapper: string, foreignKey: string | null): DeleteError {
  const reason =
    `Can't execute sync rule for destination column '${column}'; mapper 'Mapper[${mapper}]' does not map this column.  ` +
    "Try using an explicit `foreign_keys` collection which does not include this column (or use a viewonly=True relation).";
  return { kind: "UnmappedColumnError", reason, foreignKey };
}
