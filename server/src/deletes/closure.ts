import type { ClassKey, TableKey } from "../models/schema/keys.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { Link, LinkSide } from "./links/link.ts";
import { tablesOf } from "./links/rowTables.ts";
import { isLoaded, ormAction } from "./links/truthTable.ts";
import type { Agent, DeletePath, Outcome } from "./outcome.ts";

/** One thing that a delete does on its way: to the children of one foreign key, or to what a relationship refers to. */
export interface Step {
  /** The foreign key over which the delete arrives; null for a relationship that runs over none. */
  readonly link: Link | null;
  /** The relationship that makes the ORM act, null where the database acts. */
  readonly relationship: Relationship | null;
  readonly outcome: Outcome;
  /** 1 for what is tied to the deleted object itself. */
  readonly depth: number;
  /** The step that deleted the rows this one starts from; null at the first level. */
  readonly after: Step | null;
  /** The table whose rows it is about. */
  readonly table: TableKey;
}

/**
 * Everything that deleting one object of a class can reach on `path`, nearest first, each class and table once: through
 * delete cascades of the ORM, and below rows that the database deletes through its own rules only. Verdicts are those of
 * `links`; a step that does not delete leads no further.
 */
export function deleteSteps(
  schema: Schema,
  links: readonly Link[] | LinkIndex,
  classKey: ClassKey,
  path: DeletePath,
): readonly Step[] {
  const steps: Step[] = [];
  const index = "byParent" in links ? links : indexLinks(schema, links);
  const visited = new Set<string>();
  const queue: Node[] = [];
  const enqueue = (node: Node) => {
    const key = node.kind === "objects" ? node.classKey : `${node.table} rows`;
    if (visited.has(key)) return;
    visited.add(key);
    queue.push(node);
  };

  const start = schema.classes.get(classKey);
  if (!start) return steps;
  if (path === "sql") enqueue({ kind: "rows", table: start.table, depth: 0, after: null });
  else enqueue({ kind: "objects", classKey, depth: 0, after: null });

  for (const node of queue) {
    const found = node.kind === "rows" ? stepsOfRows(index, node) : stepsOfObjects(schema, index, node, path);
    for (const step of found) {
      steps.push(step);
      for (const next of nodesAfter(index, step)) enqueue(next);
    }
  }
  return steps;
}

/** Rows that go: as objects of the session, or by the database alone. */
type Node = {
  readonly depth: number;
  readonly after: Step | null;
} & ({ readonly kind: "objects"; readonly classKey: ClassKey } | { readonly kind: "rows"; readonly table: TableKey });

/** Links by the table that they refer to, and classes by those they inherit from: for asking about several deletes. */
export interface LinkIndex {
  readonly byParent: ReadonlyMap<TableKey, readonly Link[]>;
  /** Each class's own key and those of the classes that inherit from it; absent for a class without subclasses. */
  readonly subclasses: ReadonlyMap<ClassKey, readonly ClassKey[]>;
}

export function indexLinks(schema: Schema, links: readonly Link[]): LinkIndex {
  const byParent = Map.groupBy(links, (link) => link.parent.key);
  const subclasses = new Map<ClassKey, ClassKey[]>();
  for (const { key, inherits } of schema.classes.values()) {
    const seen = new Set<ClassKey>([key]);
    for (
      let above = inherits;
      above !== null && !seen.has(above);
      above = schema.classes.get(above)?.inherits ?? null
    ) {
      seen.add(above);
      const known = subclasses.get(above);
      if (known) known.push(key);
      else subclasses.set(above, [above, key]);
    }
  }
  return { byParent, subclasses };
}

function stepsOfRows({ byParent }: LinkIndex, node: Node & { readonly kind: "rows" }): readonly Step[] {
  return (byParent.get(node.table) ?? []).flatMap((link): Step[] => {
    const outcome = link.sides[0]?.verdict.sql;
    if (!outcome) return [];
    return [{ link, relationship: null, outcome, depth: node.depth + 1, after: node.after, table: link.child.key }];
  });
}

function stepsOfObjects(
  schema: Schema,
  { byParent }: LinkIndex,
  node: Node & { readonly kind: "objects" },
  path: DeletePath,
): readonly Step[] {
  const mapped = schema.classes.get(node.classKey);
  if (!mapped) return [];
  const own = tablesOf(mapped, schema.classes);
  // Only the object that the user deletes has had its relationships read.
  const effective: DeletePath = node.depth === 0 ? path : "orm";
  const base = { depth: node.depth + 1, after: node.after };
  const steps: Step[] = [];
  for (const parent of own) {
    for (const link of byParent.get(parent) ?? []) {
      if (link.kind === "inheritance" && own.has(link.child.key)) continue;
      const side = link.sides.find(({ parentClass }) => parentClass === node.classKey);
      if (!side) continue;
      const outcome = side.verdict[effective];
      steps.push({ ...base, link, relationship: actorOf(side, outcome, effective), outcome, table: link.child.key });
    }
  }
  for (const relationship of mapped.relationships) {
    const target = schema.classes.get(relationship.target)?.table;
    if (target === undefined || !deletesTarget(relationship, effective)) continue;
    const link = linkTowards(relationship, byParent.get(target) ?? []);
    steps.push({ ...base, link, relationship, outcome: { kind: "deleted", by: "orm" }, table: target });
  }
  return steps;
}

function actorOf(side: LinkSide, outcome: Outcome, path: DeletePath): Relationship | null {
  if (outcome.by === "database") return null;
  const actions = [...side.relationships, ...side.manyToMany].map((relationship) => ({
    relationship,
    action: ormAction(relationship, path),
  }));
  const acting = actions.find(({ action }) => action === "delete") ?? actions.find(({ action }) => action !== "none");
  return acting?.relationship ?? null;
}

/** Delete cascades that no foreign key of the target's table explains: towards what the deleted object refers to. */
function deletesTarget(relationship: Relationship, path: DeletePath): boolean {
  const { direction, foreignKeys, cascade, viewonly, lazy, passiveDeletes } = relationship;
  if (viewonly || lazy === "noload" || !cascade.includes("delete")) return false;
  if (direction === "ONETOMANY" && foreignKeys.length > 0) return false;
  return passiveDeletes === false || isLoaded(relationship, path);
}

/** The foreign key from the owner or the association table to the target. */
function linkTowards(relationship: Relationship, links: readonly Link[]): Link | null {
  const list = relationship.direction === "MANYTOONE" ? "manyToOne" : "manyToMany";
  return (
    links.find((link) =>
      link[list].some((other) => other.name === relationship.name && other.location === relationship.location),
    ) ?? null
  );
}

function nodesAfter({ subclasses }: LinkIndex, step: Step): readonly Node[] {
  if (step.outcome.kind !== "deleted") return [];
  const common = { depth: step.depth, after: step };
  const agent: Agent = step.outcome.by;
  const target = step.relationship?.target;
  const deletesObjects =
    agent === "orm" &&
    target !== undefined &&
    (step.relationship?.secondary === null || step.table !== step.relationship?.secondary);
  if (!deletesObjects) return [{ kind: "rows", table: step.table, ...common }];
  return (subclasses.get(target) ?? [target]).map((classKey) => ({ kind: "objects", classKey, ...common }));
}
