import type { Relationship } from "../../models/schema/relationship.ts";
import type { Schema } from "../../models/schema/schema.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import type { Step } from "../closure.ts";
import { tableOfKey } from "../mapping.ts";

/** A reference that a delete passes, in the direction in which it passes. */
export interface Passage {
  /** The foreign key; for a relationship that runs over none, one that the database does not know of. */
  readonly foreignKey: ForeignKey;
  readonly child: Table;
  readonly parent: Table;
  /** `children`: from a deleted row to those that refer to it. `parent`: to what it refers to, by a delete cascade. */
  readonly towards: "children" | "parent";
  /** Whether the rows that it leads to may be deleted, on some path. */
  readonly deletes: boolean;
  /** What a relationship asks of the children beyond the key, as SQL over their columns. */
  readonly criteria: string | null;
}

/** The passages of all steps, each once, nearest first. The two rows of one joined object are no passage. */
export function passagesOf(schema: Schema, steps: readonly Step[]): readonly Passage[] {
  const passages = new Map<string, Passage>();
  for (const step of [...steps].sort((one, other) => one.depth - other.depth)) {
    const passage = passageOf(schema, step);
    if (!passage) continue;
    const key = `${passage.towards} ${passage.child.key} ${passage.foreignKey.columns.join()} ${passage.parent.key}`;
    const known = passages.get(key);
    const deletes = passage.deletes || (known?.deletes ?? false);
    passages.set(key, { ...(known ?? passage), deletes, criteria: known?.criteria ?? passage.criteria });
  }
  return [...passages.values()];
}

/** Foreign keys of relationships that act and have none in the database: the same columns, without a rule. */
export function undeclaredForeignKeys(schema: Schema): readonly ForeignKey[] {
  const found = new Map<string, ForeignKey>();
  for (const mapped of schema.classes.values()) {
    for (const relationship of mapped.relationships) {
      const acts = relationship.foreignKeys.length === 0 && !relationship.viewonly;
      const foreignKey = acts ? undeclared(schema, relationship) : null;
      if (foreignKey)
        found.set(`${foreignKey.table} ${foreignKey.columns.join()} ${foreignKey.target.key}`, foreignKey);
    }
  }
  return [...found.values()];
}

function passageOf(schema: Schema, { link, relationship, outcome, table }: Step): Passage | null {
  if (link?.kind === "inheritance") return null;
  const foreignKey = link?.foreignKey ?? (relationship && undeclared(schema, relationship));
  if (!foreignKey) return null;
  const child = schema.tables.get(foreignKey.table);
  const parent = tableOfKey(schema, foreignKey.target.key);
  if (!child || !parent) return null;
  const towardsChildren = relationship === null || relationship.direction === "ONETOMANY" || table === child.key;
  return {
    foreignKey,
    child,
    parent,
    towards: towardsChildren && !(relationship?.direction === "MANYTOONE") ? "children" : "parent",
    deletes: outcome.kind === "deleted",
    criteria: criteriaFor(child, relationship),
  };
}

/** What a relationship asks of the rows of a table that refer to its owner: children, or rows of its association table. */
function criteriaFor(child: Table, relationship: Relationship | null): string | null {
  if (!relationship?.criteria) return null;
  const { criteria, direction, secondary } = relationship;
  if (direction === "ONETOMANY") return criteria.target;
  return direction === "MANYTOMANY" && secondary === child.key ? criteria.secondary : null;
}

function undeclared(schema: Schema, relationship: Relationship): ForeignKey | null {
  const first = relationship.synchronizePairs[0];
  const parent = first && tableOfKey(schema, first.parent.table);
  if (!first || !parent || relationship.secondary !== null) return null;
  return {
    name: null,
    table: first.foreign.table,
    columns: relationship.synchronizePairs.map(({ foreign }) => foreign.column),
    target: {
      schema: parent.schema,
      table: parent.name,
      columns: relationship.synchronizePairs.map((pair) => pair.parent.column),
      key: parent.key,
    },
    onDelete: null,
    onDeleteText: null,
    onUpdate: null,
    deferrable: null,
    initially: null,
    useAlter: false,
    location: relationship.location,
    call: relationship.call ?? { ...relationship.location, callee: "sqlalchemy.orm.relationship" },
    onDeleteLocation: null,
  };
}
