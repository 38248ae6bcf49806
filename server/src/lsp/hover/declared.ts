import type { Link } from "../../deletes/links/link.ts";
import { classNameOf } from "../../models/classKey.ts";
import type { Relationship } from "../../models/schema/relationship.ts";
import type { Block, RichText } from "./richText.ts";

const directions = { ONETOMANY: "one-to-many", MANYTOONE: "many-to-one", MANYTOMANY: "many-to-many" } as const;

/** The options of a relationship that decide about deletes, as SQLAlchemy ends up with them. */
export function declaredRelationship(relationship: Relationship): Block {
  const direction =
    relationship.direction === "ONETOMANY" && !relationship.uselist ? "one-to-one" : directions[relationship.direction];
  const cascade = relationship.cascade.length === 0 ? "none" : relationship.cascade.join(", ");
  const passive = relationship.passiveDeletes === false ? [] : [` · passive_deletes: ${passiveDeletes(relationship)}`];
  const viewonly = relationship.viewonly ? [" · viewonly"] : [];
  return { kind: "paragraph", text: [`${direction} · cascade: ${cascade}`, ...passive, ...viewonly] };
}

function passiveDeletes(relationship: Relationship): string {
  return relationship.passiveDeletes === "all" ? "all" : "True";
}

/** A delete cascade on the side that holds the foreign key works upwards, which few expect. */
export function upwardCascade(relationship: Relationship): readonly Block[] {
  if (relationship.direction !== "MANYTOONE" || !relationship.cascade.includes("delete")) return [];
  const child = { code: classNameOf(relationship.owner) };
  const parent = { code: classNameOf(relationship.target) };
  return [
    { kind: "paragraph", text: ["Deleting a ", child, " ", { strong: "deletes" }, " the ", parent, " it references."] },
  ];
}

/** What the database is told about a foreign key. */
export function declaredForeignKey({ label, foreignKey, required }: Link): Block {
  const action = foreignKey.onDelete === null ? "no ON DELETE" : `ON DELETE ${foreignKey.onDelete}`;
  const text: RichText = [{ code: label }, ` · ${action} · ${required ? "NOT NULL" : "nullable"}`];
  return { kind: "paragraph", text };
}
