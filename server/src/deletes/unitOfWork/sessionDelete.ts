import type { Relationship } from "../../models/schema/relationship.ts";
import type { Schema } from "../../models/schema/schema.ts";
import type { Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import type { Mapper, Mapping } from "../mapper.ts";
import type { DeleteError } from "../outcome.ts";
import type { Snapshot } from "../throwaway/snapshot.ts";
import { cascadeDelete } from "./deleteCascade.ts";
import { type Causes, type Flush, register } from "./flush.ts";
import { emptyWork, enlist, executeFlush } from "./flushExecution.ts";
import type { Instance } from "./instance.ts";
import { loadByOption, loadByPrimaryKey, loadRelated } from "./loading.ts";
import { Raised, raise } from "./raised.ts";
import type { Session } from "./session.ts";
import type { StatementLog } from "./statements.ts";
import { readTables } from "./tableReader.ts";

export interface SessionDelete {
  readonly mapping: Mapping;
  readonly mapper: Mapper;
  readonly identity: readonly CellValue[];
  /** Which relationships of the object the user had loaded before: all of them, or none beyond the eager ones. */
  readonly loaded: "all" | "eager";
  readonly log: StatementLog;
  /** The tables that exist in the database. */
  readonly tables: ReadonlySet<Table>;
  /** Their rows, where they have been read already. */
  readonly before: Snapshot | null;
}

export interface SessionDeleteResult {
  /** Null where the flush went through. The database still holds what was written before an error. */
  readonly error: DeleteError | null;
  /** The deleted object; null where no query finds one with this identity, which is an error. */
  readonly victim: Instance | null;
  readonly causes: Causes;
}

/**
 * `session.delete(…)` of the one object that a query by the identity finds, and the flush that follows, executed on the
 * database as SQLAlchemy's unit of work would (documentation: "Cascades", "Unit of Work"). Errors that SQLAlchemy raises are
 * results.
 */
export function sessionDelete({
  mapping,
  mapper,
  identity,
  loaded,
  log,
  tables,
  before,
}: SessionDelete): SessionDeleteResult {
  const raising = loaded === "all" ? mapper.properties.filter(({ relationship }) => raisesOnAccess(relationship)) : [];
  const session: Session = {
    mapping,
    database: log.database,
    reader: readTables(log.database, before),
    tables,
    hasLoaderOptions: raising.length > 0,
    hasJoinedLoads: hasJoinedLoads(mapping.schema),
    hasDeferredColumns: hasDeferredColumns(mapping.schema),
    joinProblems: new Map(),
    identityMap: new Map(),
  };
  const causes: Causes = { deleted: new Map(), nulled: new Map(), associations: [] };
  let victim: Instance | null = null;
  try {
    victim = loadByPrimaryKey(session, mapper, identity);
    if (victim === null) raise("NoResultFound", "No row was found when one was required");
    for (const property of raising) loadByOption(session, victim, property);
    if (loaded === "all") loadRelationships(session, victim);
    deleteAndFlush(session, victim, log, causes);
    return { error: null, victim, causes };
  } catch (problem) {
    if (problem instanceof Raised) return { error: problem.error, victim, causes };
    throw problem;
  }
}

/** What reading every relationship of the object once leaves loaded; `dynamic` and `write_only` keep nothing. */
function loadRelationships(session: Session, victim: Instance): void {
  for (const property of victim.mapper.properties) {
    const { lazy } = property.relationship;
    if (lazy !== "dynamic" && lazy !== "write_only" && lazy !== "noload") loadRelated(session, victim, property);
  }
}

function hasJoinedLoads({ classes }: Schema): boolean {
  for (const { relationships } of classes.values()) {
    if (relationships.some(({ lazy }) => lazy === "joined")) return true;
  }
  return false;
}

function hasDeferredColumns({ classes }: Schema): boolean {
  for (const { deferred } of classes.values()) if (deferred.length > 0) return true;
  return false;
}

function raisesOnAccess({ lazy }: Relationship): boolean {
  return lazy === "raise" || lazy === "raise_on_sql";
}

function deleteAndFlush(session: Session, victim: Instance, log: StatementLog, causes: Causes): void {
  const deleted = new Set([victim]);
  for (const { instance, property, from } of cascadeDelete(session, victim)) {
    if (deleted.has(instance)) continue;
    deleted.add(instance);
    causes.deleted.set(instance, { property, from });
  }
  const work = emptyWork();
  const flush: Flush = {
    session,
    log,
    causes,
    fates: new Map(),
    byMapper: new Map(),
    histories: new Map(),
    postUpdates: new Map(),
    associationsDone: new Map(),
    // All that SQLAlchemy's watch for changed keys leaves behind in a delete is that it has asked about a whole hierarchy.
    onNewMapper: (mapper) =>
      enlist(work, mapper, mapper.base.descendants.length > 1 ? session.mapping.watchers(mapper) : []),
  };
  for (const instance of deleted) register(flush, instance, true);
  executeFlush(flush, work);
}
