import type { Link } from "../../deletes/link.ts";
import type { Relationship } from "../../models/schema.ts";
import type { Block, RichText } from "./richText.ts";

const directions = { ONETOMANY: "one-to-many", MANYTOONE: "many-to-one", MANYTOMANY: "many-to-many" } as const;

/** The options of a relationship that decide about deletes, as SQLAlchemy ends up with them. */
export function declaredRelationship(relationship: Relationship): Block {
  const direction =
    relationship.direction === "ONETOMANY" && !relationship.uselist ? "one-to-one" : directions[relationship.direction];
  const cascade = relationship.cascade.length === 0 ? "none" : relationship.cascade.join(", ");
  const passive = relationship.passiveDeletes === false ? [] : [` · passive deletes: ${relationship.passiveDeletes}`];
  const viewonly = relationship.viewonly ? [" · viewonly"] : [];
  return { kind: "paragraph", text: [`${direction} · cascade: ${cascade}`, ...passive, ...viewonly] };
}

/** What the database is told about a foreign key. */
export function declaredForeignKey({ label, foreignKey, required }: Link): Block {
  const action = foreignKey.onDelete === null ? "no ON DELETE" : `ON DELETE ${foreignKey.onDelete}`;
  const text: RichText = [{ code: label }, ` · ${action} · ${required ? "NOT NULL" : "nullable"}`];
  return { kind: "paragraph", text };
}
