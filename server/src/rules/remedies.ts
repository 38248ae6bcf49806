import type { Link } from "../deletes/links/link.ts";
import type { Change, Fix } from "../fixes/fix.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import { isOwnedAlone } from "./childOwners.ts";
import { databaseClosesBelow } from "./databaseCloses.ts";
import { callOf } from "./finding.ts";
import type { IndexedProject, SchemaLookup } from "./rule.ts";
import { foreignKeyName, relationshipName } from "./wording.ts";

/** A proposed fix with what it makes of the declarations, so that the project's policy can put its favourite first. */
export interface Remedy {
  /** `cascade`: children go with the parent; `database`: ON DELETE decides alone; `keep`: children stay. */
  readonly outcome: "cascade" | "database" | "keep";
  readonly fix: Fix;
}

/** A foreign key with its table; it need not have a known target. */
type ForeignKeyOf = Pick<Link, "child" | "foreignKey">;

/** The fixes in the order the policy wants; otherwise as given. */
export function preferred({ configuration }: IndexedProject, remedies: readonly Remedy[]): readonly Fix[] {
  const rank = ({ outcome }: Remedy): number => {
    if (configuration.policy === "database") return outcome === "database" ? 0 : 1;
    if (configuration.policy === "orm") return outcome === "cascade" ? 0 : 1;
    return configuration.policy === "no-cascade" && outcome === "cascade" ? 1 : 0;
  };
  return remedies.toSorted((a, b) => rank(a) - rank(b)).map(({ fix }) => fix);
}

/** Both sides delete: a delete cascade on the relationship and ON DELETE CASCADE on the foreign key, as far as they are missing. */
export function cascadeOnBothSides(project: IndexedProject, relationship: Relationship, link: Link): Remedy {
  const call = callOf(relationship);
  const changes: Change[] = [];
  const additions: string[] = [];
  if (!relationship.cascade.includes("delete")) {
    changes.push({ kind: "deleteCascade", call, enabled: true, orphan: isOwnedAlone(project, relationship, link) });
    additions.push("a delete cascade");
  }
  // Where the ORM alone is to decide, its cascade is the whole answer.
  const ormDecides =
    project.configuration.policy === "orm" && additions.length > 0 && link.foreignKey.onDelete === null;
  // The children's own children are the ORM's business where the database would not clean up after itself.
  const passive = !ormDecides && relationship.passiveDeletes !== true && databaseClosesBelow(project, link.child);
  if (passive || relationship.passiveDeletes === "all") {
    changes.push({ kind: "passiveDeletes", call, value: passive ? true : null });
    if (passive) additions.push("passive_deletes=True");
  }
  const added = additions.length > 0 ? [`${additions.join(" and ")} to ${relationshipName(relationship)}`] : [];
  const migrates = link.foreignKey.onDelete !== "CASCADE" && !ormDecides;
  if (migrates) {
    changes.push({ kind: "onDelete", call: link.foreignKey.call, action: "CASCADE" });
    added.push(`ondelete="CASCADE" to ${foreignKeyName(project.schema, link)}`);
  }
  const safety = link.required && !migrates ? "safe" : "unsafe";
  return { outcome: "cascade", fix: { title: `Add ${added.join(", ")}`, safety, changes } };
}

/** The ORM leaves the children alone and the foreign key's ON DELETE (or its absence) decides on every path. */
export function leaveToDatabase(relationship: Relationship): Remedy {
  const title = `Add passive_deletes="all" to ${relationshipName(relationship)}`;
  const changes: Change[] = [{ kind: "passiveDeletes", call: callOf(relationship), value: "all" }];
  return { outcome: "database", fix: { title, safety: "safe", changes } };
}

/** As `leaveToDatabase` for a relationship that cascades deletes, which may not have passive_deletes="all". */
export function leaveToDatabaseInstead(relationship: Relationship): Remedy {
  const name = relationshipName(relationship);
  const call = callOf(relationship);
  const changes: Change[] = [
    { kind: "deleteCascade", call, enabled: false, orphan: false },
    { kind: "passiveDeletes", call, value: "all" },
  ];
  const title = `Replace the delete cascade of ${name} by passive_deletes="all"`;
  return { outcome: "database", fix: { title, safety: "unsafe", changes } };
}

/** Another referential action, or none. The tables of a running database keep the old one until a migration changes it. */
export function withOnDelete(schema: SchemaLookup, link: ForeignKeyOf, action: string | null): Remedy {
  const name = foreignKeyName(schema, link);
  const changes: Change[] = [{ kind: "onDelete", call: link.foreignKey.call, action }];
  const title =
    action === null
      ? `Remove ondelete from ${name}`
      : link.foreignKey.onDelete === null
        ? `Add ondelete="${action}" to ${name}`
        : `Change ondelete of ${name} to "${action}"`;
  return { outcome: action === "CASCADE" ? "cascade" : "keep", fix: { title, safety: "unsafe", changes } };
}

/** Lets the children outlive their parent without one. Empty for key columns and for several columns, which no single edit makes optional. */
export function makeNullable(schema: SchemaLookup, link: ForeignKeyOf): readonly Remedy[] {
  const [name, second] = link.foreignKey.columns;
  const column = link.child.columns.find((candidate) => candidate.name === name);
  if (second !== undefined || !column || column.primaryKey) return [];
  const changes: Change[] = [{ kind: "nullable", column: column.location, call: column.call }];
  const title = `Make ${foreignKeyName(schema, link)} nullable`;
  return [{ outcome: "keep", fix: { title, safety: "unsafe", changes } }];
}

/** The row goes with its DELETE alone. */
export function withoutPostUpdate(relationship: Relationship): Fix {
  const title = `Remove post_update from ${relationshipName(relationship)}`;
  const changes: Change[] = [
    { kind: "relationshipOption", call: callOf(relationship), name: "post_update", value: null },
  ];
  return { title, safety: "unsafe", changes };
}
