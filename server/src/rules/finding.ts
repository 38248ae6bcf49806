import type { Link } from "../deletes/links/link.ts";
import { foreignKeyLabel, qualifiedName } from "../deletes/qualifiedName.ts";
import type { Fix } from "../fixes/fix.ts";
import { classNameOf } from "../models/classKey.ts";
import type { DeclarationCall } from "../models/schema/keys.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { ForeignKey, Table } from "../models/schema/table.ts";
import type { Finding, RelatedLocation, SchemaLookup } from "./rule.ts";

/** What a rule says itself; the rest of a finding follows from what it is about. */
export type Statement = Pick<Finding, "rule" | "severity" | "message"> & {
  readonly related?: readonly RelatedLocation[];
  readonly fixes?: readonly Fix[];
};

/** A finding on a relationship; `link` is the foreign key whose rows it is about, null where there is no single one. */
export function onRelationship(relationship: Relationship, link: Link | null, statement: Statement): Finding {
  return {
    ...complete(statement),
    location: relationship.location,
    classKey: relationship.owner,
    className: classNameOf(relationship.owner),
    attribute: relationship.name,
    table: link ? qualifiedName(link.parent) : null,
    foreignKey: link?.label ?? null,
  };
}

/** A finding on the declaration of a foreign key, whose target need not be known. */
export function onForeignKey(
  schema: SchemaLookup,
  key: Pick<Link, "child" | "foreignKey">,
  statement: Statement,
): Finding {
  const { child, foreignKey } = key;
  const finding = onTable(schema, child, foreignKey.location, foreignKey.columns[0] ?? null, statement);
  return { ...finding, foreignKey: foreignKeyLabel(child, foreignKey) };
}

/** A finding on anything that belongs to a table. */
export function onTable(
  schema: SchemaLookup,
  table: Table,
  location: Finding["location"],
  column: string | null,
  statement: Statement,
): Finding {
  const mapped = table.classKey === null ? undefined : schema.classes.get(table.classKey);
  return {
    ...complete(statement),
    location,
    classKey: mapped?.key ?? null,
    className: mapped?.name ?? null,
    attribute: table.columns.find(({ name }) => name === column)?.attribute ?? null,
    table: qualifiedName(table),
    foreignKey: null,
  };
}

/** A finding on a place that belongs to no declaration: a setting, a comment, an engine. */
export function onPlace(location: Finding["location"], statement: Statement): Finding {
  return {
    ...complete(statement),
    location,
    classKey: null,
    className: null,
    attribute: null,
    table: null,
    foreignKey: null,
  };
}

/** The other side of a relationship's finding: where the foreign key is declared. */
export function atForeignKey(foreignKey: ForeignKey, message: string): RelatedLocation {
  return { ...placeOf(foreignKey.onDeleteLocation ?? foreignKey.location), message };
}

/** The other side of a foreign key's finding: the relationship over it. */
export function atRelationship(relationship: Relationship, message: string): RelatedLocation {
  return { ...placeOf(relationship.location), message };
}

/** The call that a fix of the relationship edits; for `backref="posts"` that is the place of the name. */
export function callOf(relationship: Relationship): DeclarationCall {
  return relationship.call ?? { ...relationship.location, callee: "sqlalchemy.orm.backref" };
}

function complete({ rule, severity, message, related, fixes }: Statement) {
  return { rule, severity, message, related: related ?? [], fixes: fixes ?? [] };
}

// Exactly a place: a location taken from a call would carry its callee along.
export function placeOf({ file, start, end }: Finding["location"]): Finding["location"] {
  return { file, start, end };
}
