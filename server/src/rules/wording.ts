import type { Link } from "../deletes/links/link.ts";
import type { Outcome } from "../deletes/outcome.ts";
import { qualifiedName } from "../deletes/qualifiedName.ts";
import { classNameOf } from "../models/classKey.ts";
import type { ClassKey } from "../models/schema/keys.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { SchemaLookup } from "./rule.ts";

/** How findings name things: the way a Python developer would type them. */

/** `User.posts` */
export function relationshipName(relationship: Relationship): string {
  return `${classNameOf(relationship.owner)}.${relationship.name}`;
}

/** `Post.user_id`, or `post.user_id` where no class has the column; composite keys in parentheses. */
export function foreignKeyName(
  schema: SchemaLookup,
  { child, foreignKey }: Pick<Link, "child" | "foreignKey">,
): string {
  const mapped = child.classKey === null ? undefined : schema.classes.get(child.classKey);
  const owner = mapped?.name ?? qualifiedName(child);
  const names = foreignKey.columns.map((name) => attributeOf(child, name) ?? name);
  return names.length === 1 ? `${owner}.${names[0]}` : `${owner}.(${names.join(", ")})`;
}

function attributeOf(child: Link["child"], name: string): string | null {
  return child.columns.find((column) => column.name === name)?.attribute ?? null;
}

/** `session.delete(user)` for the class `User`. */
export function sessionDelete(key: ClassKey | null): string {
  return `session.delete(${key === null ? "…" : variableFor(classNameOf(key))})`;
}

/** A variable name as people choose it for an object of the class: `order_item` for `OrderItem`. */
function variableFor(className: string): string {
  const name = className.slice(className.lastIndexOf(".") + 1);
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").toLowerCase();
}

/** `IntegrityError: NOT NULL constraint failed: post.user_id`; empty for an outcome that is no error. */
export function errorText(outcome: Outcome): string {
  return outcome.kind === "blocked" ? `${outcome.error.kind}: ${outcome.error.reason}` : "";
}

/** `Post rows` for the child's class, `rows of post` for a table without one. */
export function childRows(schema: SchemaLookup, child: Link["child"]): string {
  const mapped = child.classKey === null ? undefined : schema.classes.get(child.classKey);
  return mapped ? `${mapped.name} rows` : `rows of ${qualifiedName(child)}`;
}
