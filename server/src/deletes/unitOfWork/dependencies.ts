import type { ColumnPair } from "../../models/schema/relationship.ts";
import type { CellValue } from "../impact.ts";
import { isUnmapped } from "../links/unmappedColumn.ts";
import type { Property } from "../mapper.ts";
import { blankOutError, unmappedColumnError } from "../ormErrors.ts";
import { relationshipLabel } from "../relationshipLabel.ts";
import { cascadeDelete } from "./deleteCascade.ts";
import { type Flush, history, isDeleted, passiveOf, register } from "./flush.ts";
import { currentValue, type Instance, setValue } from "./instance.ts";
import { Raised, raise } from "./raised.ts";
import { execute } from "./statements.ts";

/**
 * What one relationship asks of a flush (SQLAlchemy's dependency processors): first which further objects take part,
 * later which keys are blanked and which association rows go.
 */

/** Before sorting: objects that the delete of `owners` brings into the flush. */
export function presortDeletes(flush: Flush, property: Property, owners: readonly Instance[]): void {
  const { direction, cascade, passiveDeletes } = property.relationship;
  const passive = passiveOf(property);
  for (const owner of owners) {
    if (direction === "ONETOMANY") {
      const children = history(flush, owner, property, passive)?.instances ?? [];
      if (cascade.includes("delete") || passiveDeletes === "all") continue;
      for (const child of children) register(flush, child, false);
    } else if (direction === "MANYTOMANY") {
      if (passive === "load") history(flush, owner, property, passive);
    } else if (cascade.includes("delete") || cascade.includes("delete-orphan")) {
      for (const parent of history(flush, owner, property, passive)?.instances ?? []) {
        registerCascade(flush, { instance: parent, property, from: owner });
        for (const cascaded of cascadeDelete(flush.session, parent)) registerCascade(flush, cascaded);
      }
    }
  }
}

/** Before sorting: for objects that are updated, only a many-to-one with delete-orphan looks at its parent. */
export function presortSaves(flush: Flush, property: Property, owners: readonly Instance[]): void {
  const { direction, cascade } = property.relationship;
  if (direction !== "MANYTOONE" || !cascade.includes("delete-orphan")) return;
  for (const owner of owners) history(flush, owner, property, passiveOf(property));
}

/** Whether the relationship has a say in this flush, and so in the order of its statements. */
export function hasChanges(flush: Flush, property: Property, owners: readonly Instance[], isDelete: boolean): boolean {
  const { direction, passiveDeletes } = property.relationship;
  const passive = !isDelete || passiveDeletes !== false ? "loaded" : direction === "MANYTOONE" ? "identity" : "load";
  for (const owner of owners) {
    const value = history(flush, owner, property, passive);
    if (value && (value.isNone || value.instances.length > 0)) return true;
  }
  return owners.length > 0 && !property.isSelfReferential && flush.byMapper.has(property.target);
}

/** While executing: blank the keys of children that stay, delete association rows. */
export function processDeletes(flush: Flush, property: Property, owners: readonly Instance[]): void {
  const { direction } = property.relationship;
  if (direction === "ONETOMANY") blankChildren(flush, property, owners);
  else if (direction === "MANYTOONE") blankOwners(flush, property, owners);
  else deleteAssociations(flush, property, owners);
}

/** While executing, for objects that are updated: a loaded many-to-one with `post_update` writes its key again. */
export function processSaves(flush: Flush, property: Property, owners: readonly Instance[]): void {
  const { direction, postUpdate } = property.relationship;
  if (direction !== "MANYTOONE" || !postUpdate) return;
  for (const owner of owners) {
    const value = history(flush, owner, property, "loaded");
    if (value && (value.isNone || value.instances.length > 0)) registerPostUpdate(flush, property, owner);
  }
}

function registerCascade(
  flush: Flush,
  { instance, property, from }: { readonly instance: Instance; readonly property: Property; readonly from: Instance },
): void {
  if (!isDeleted(flush, instance)) flush.causes.deleted.set(instance, { property, from });
  register(flush, instance, true);
}

function blankChildren(flush: Flush, property: Property, owners: readonly Instance[]): void {
  const { cascade, passiveDeletes, postUpdate } = property.relationship;
  if (passiveDeletes === "all" && !postUpdate) return;
  for (const owner of owners) {
    const children = history(flush, owner, property, passiveOf(property))?.instances ?? [];
    if (cascade.includes("delete") && !postUpdate) continue;
    for (const child of children) {
      if (isDeleted(flush, child) && !postUpdate) continue;
      blank(flush, child, property, owner);
      if (postUpdate) registerPostUpdate(flush, property, child);
    }
  }
}

/** With `post_update` the row lets go of what it refers to before either is deleted. */
function blankOwners(flush: Flush, property: Property, owners: readonly Instance[]): void {
  const { cascade, passiveDeletes, postUpdate } = property.relationship;
  if (!postUpdate || cascade.includes("delete-orphan") || passiveDeletes === "all") return;
  for (const owner of owners) {
    blank(flush, owner, property, owner);
    const related = history(flush, owner, property, passiveOf(property));
    if (related && related.instances.length > 0) registerPostUpdate(flush, property, owner);
  }
}

function blank(flush: Flush, instance: Instance, property: Property, owner: Instance): void {
  const { tables } = flush.session.mapping.schema;
  for (const { parent, foreign } of property.relationship.synchronizePairs) {
    const table = tables.get(foreign.table);
    const isKey = table?.primaryKey.includes(foreign.column) ?? false;
    if (isKey && currentValue(instance, foreign.table, foreign.column) !== null) {
      const parentColumn = `${tables.get(parent.table)?.name}.${parent.column}`;
      const childColumn = `${table?.name}.${foreign.column}`;
      const label = relationshipLabel(flush.session.mapping.schema, property.relationship);
      throw new Raised(blankOutError(parentColumn, childColumn, instance.mapper.mapped.name, label));
    }
    if (isUnmapped(table, foreign.column)) {
      const { mapped } = instance.mapper;
      const mapper = `${mapped.name}(${tables.get(mapped.table)?.name})`;
      const label = relationshipLabel(flush.session.mapping.schema, property.relationship);
      throw new Raised(unmappedColumnError(`${table?.name}.${foreign.column}`, mapper, label));
    }
    setValue(instance, foreign.table, foreign.column, null);
  }
  const causes = flush.causes.nulled.get(instance) ?? [];
  flush.causes.nulled.set(instance, [...causes, { property, from: owner }]);
}

function registerPostUpdate(flush: Flush, property: Property, instance: Instance): void {
  const { base } = instance.mapper;
  const known = flush.postUpdates.get(base) ?? { instances: new Set(), pairs: new Set<ColumnPair>() };
  flush.postUpdates.set(base, known);
  known.instances.add(instance);
  for (const pair of property.relationship.synchronizePairs) known.pairs.add(pair);
}

/** One `DELETE` for the association rows of all owners; a pair that the linked direction handled is left out. */
function deleteAssociations(flush: Flush, property: Property, owners: readonly Instance[]): void {
  const done = associationsDone(flush, property);
  const handled: [Instance, Instance][] = [];
  const rows: ReadonlyMap<string, CellValue>[] = [];
  for (const owner of owners) {
    for (const related of history(flush, owner, property, passiveOf(property))?.instances ?? []) {
      handled.push([related, owner]);
      if (done?.get(owner)?.has(related)) continue;
      rows.push(associationRow(property, owner, related));
      flush.causes.associations.push({ property, from: owner, to: related });
    }
  }
  for (const [related, owner] of handled) {
    const pairs = done?.get(related) ?? new Set<Instance>();
    done?.set(related, pairs.add(owner));
  }
  const secondary = property.relationship.secondary;
  const table = secondary === null ? undefined : flush.session.mapping.schema.tables.get(secondary);
  const first = rows[0];
  if (!table || !first) return;
  const where = table.columns.map(({ name }) => name).filter((name) => first.has(name));
  const parameterSets = rows.map((row) => where.map((name) => row.get(name) ?? null));
  const matched = execute(flush.log, { table, set: [], where, returning: [] }, parameterSets);
  if (matched !== rows.length) {
    raise(
      "StaleDataError",
      `DELETE statement on table '${table.name}' expected to delete ${rows.length} row(s); Only ${matched} were matched.`,
    );
  }
}

/** Linked relationships share the record of pairs that are done, under their sorted names. */
function associationsDone(flush: Flush, property: Property): Map<Instance, Set<Instance>> | null {
  if (property.reverse.length === 0) return null;
  const key = JSON.stringify([property.name, ...property.reverse.map(({ name }) => name)].sort());
  const known = flush.associationsDone.get(key);
  if (known) return known;
  const fresh = new Map<Instance, Set<Instance>>();
  flush.associationsDone.set(key, fresh);
  return fresh;
}

function associationRow(property: Property, owner: Instance, related: Instance): ReadonlyMap<string, CellValue> {
  const { synchronizePairs, secondarySynchronizePairs } = property.relationship;
  const row = new Map<string, CellValue>();
  for (const { parent, foreign } of synchronizePairs) {
    row.set(foreign.column, currentValue(owner, parent.table, parent.column));
  }
  for (const { parent, foreign } of secondarySynchronizePairs) {
    row.set(foreign.column, currentValue(related, parent.table, parent.column));
  }
  return row;
}
