import { ownNameOf } from "../../models/classKey.ts";
import type { Relationship } from "../../models/schema/relationship.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import type { Dialect } from "../impact.ts";
import { blankOutError, refusal, unmappedColumnError } from "../ormErrors.ts";
import type { DeleteError, DeletePath, Outcome, Verdict } from "../outcome.ts";
import { checkViolation, foreignKeyViolation, notNullViolation } from "./dialects.ts";
import { isUniqueTarget } from "./keys.ts";
import { nullRefusedBy } from "./nullRefused.ts";
import { listedColumns, referenceRefusal } from "./referenceRefusal.ts";
import { isUnmapped } from "./unmappedColumn.ts";

/**
 * What SQLAlchemy's unit of work does to the rows behind one relationship when their owner is deleted. `refuse`: a
 * `write_only` collection without `passive_deletes` cannot be loaded, so the flush raises.
 */
export type OrmAction = "delete" | "null" | "none" | "refuse";

/** What decides about one foreign key when a parent row goes: the declarations on both sides. */
export interface Decision {
  readonly foreignKey: ForeignKey;
  readonly label: string;
  readonly child: Table;
  readonly parent: Table;
  /** One-to-many relationships that the deleted object's class owns over the foreign key. */
  readonly relationships: readonly Relationship[];
  /** Many-to-many relationships that it owns through the child table over the foreign key. */
  readonly manyToMany: readonly Relationship[];
  /** False for a SQLite connection without `PRAGMA foreign_keys=ON`. */
  readonly enforced: boolean;
  /** Whose rules decide where the ORM does nothing. */
  readonly dialect: Dialect;
}

/**
 * Whether a delete finds the relationship's value loaded on the parent. Eager loaders run with the query that fetched the
 * parent, so they count as loaded on either session path, except where the target is the parent's own class: loaders other
 * than `immediate` do not run in circles. `noload` never has rows; `dynamic` and `write_only` keep none.
 */
export function isLoaded(relationship: Relationship, path: DeletePath): boolean {
  switch (relationship.lazy) {
    case "joined":
    case "selectin":
    case "subquery":
      return path === "ormLoaded" || relationship.joinDepth !== null || !isSelfReferential(relationship);
    case "immediate":
      return true;
    case "noload":
    case "dynamic":
    case "write_only":
      return false;
    default:
      return path === "ormLoaded";
  }
}

function isSelfReferential({ owner, declaredOn, target }: Relationship): boolean {
  return owner === target || declaredOn === target;
}

/**
 * The action of one relationship of the deleted object on the rows behind it (SQLAlchemy documentation: "Cascades" and
 * "Using foreign key ON DELETE cascade with ORM relationships"). For many-to-many the rows are those of the association
 * table, which the ORM deletes whenever it sees them.
 */
export function ormAction(relationship: Relationship, path: DeletePath): OrmAction {
  if (path === "sql" || relationship.viewonly || relationship.lazy === "noload") return "none";
  if (relationship.direction === "MANYTOONE") return "none";
  const unseen = relationship.passiveDeletes !== false && !isLoaded(relationship, path);
  if (unseen) return "none";
  if (relationship.lazy === "write_only") return "refuse";
  if (relationship.direction === "MANYTOMANY") return "delete";
  if (relationship.cascade.includes("delete")) return "delete";
  return relationship.passiveDeletes === "all" ? "none" : "null";
}

/**
 * The closed form: what becomes of child rows of one foreign key, taken alone, when their parent row goes on each path.
 * Assumes one child row behind a scalar relationship, and for SET DEFAULT that the default's parent row exists.
 */
export function verdictOf(decision: Decision): Verdict {
  const database = databaseOutcome(decision);
  return {
    orm: sessionOutcome(decision, "orm", database),
    ormLoaded: sessionOutcome(decision, "ormLoaded", database),
    sql: database,
  };
}

/** `database`: what becomes of rows that the ORM leaves alone. */
function sessionOutcome(decision: Decision, path: DeletePath, database: Outcome): Outcome {
  const direct = acting(decision.relationships, path);
  const associated = acting(decision.manyToMany, path);
  if (direct.length === 0 && associated.length === 0) return database;

  const refusing = firstThat("refuse", direct, path) ?? firstThat("refuse", associated, path);
  if (refusing) return blocked("orm", refusal(refusing));

  // A delete of the child wins over nulling its key: a child that is itself marked as deleted is not synchronised.
  const nulls = !firstThat("delete", direct, path) && direct.length > 0;
  for (const relationship of nulls ? direct : []) {
    const error = nullingError(decision, relationship);
    if (error) return blocked("orm", error);
  }
  // Rows outside the criteria of a partial join are left to the database.
  const seesAll = !(direct.every(isPartial) && associated.every(isPartial));
  if (!seesAll && database.kind === "blocked") return database;
  return { kind: nulls ? "nulled" : "deleted", by: "orm" };
}

/** Those that do anything. */
function acting(relationships: readonly Relationship[], path: DeletePath): readonly Relationship[] {
  if (relationships.length === 0) return relationships;
  return relationships.filter((relationship) => ormAction(relationship, path) !== "none");
}

function firstThat(
  action: OrmAction,
  relationships: readonly Relationship[],
  path: DeletePath,
): Relationship | undefined {
  for (const relationship of relationships) if (ormAction(relationship, path) === action) return relationship;
  return undefined;
}

function isPartial({ partial }: Relationship): boolean {
  return partial;
}

/** What a foreign key does by itself when its parent row is deleted: SQL's referential actions, as the database has them. */
export function databaseOutcome(decision: Decision): Outcome {
  const { dialect, foreignKey, child, parent } = decision;
  if (!decision.enforced) return { kind: "dangling", by: "database" };
  const refusal = referenceRefusal(dialect, decision);
  if (refusal) return blocked("database", refusal);
  if (dialect === "sqlite" && !isUniqueTarget(parent, foreignKey.target.columns)) {
    const reason = `foreign key mismatch - "${child.name}" referencing "${parent.name}"`;
    return blocked("database", { kind: "OperationalError", reason, foreignKey: decision.label });
  }
  const action = foreignKey.onDelete?.replace(/\s*\(.*$/, "") ?? null;
  if (action === "CASCADE") return { kind: "deleted", by: "database" };
  if (action === "SET NULL") {
    const error = actionError(decision, listedColumns(foreignKey) ?? foreignKey.columns);
    return error ? blocked("database", error) : { kind: "nulled", by: "database" };
  }
  // InnoDB takes SET DEFAULT and acts as if nothing was said.
  if (action === "SET DEFAULT" && dialect !== "mysql") return setDefaultOutcome(decision);
  return blocked("database", foreignKeyViolation(dialect, decision));
}

/** SQLite's one message for every violated foreign key; which one it was has to be said beside it. */
export function foreignKeyError(label: string | null): DeleteError {
  return { kind: "IntegrityError", reason: "FOREIGN KEY constraint failed", foreignKey: label };
}

function setDefaultOutcome(decision: Decision): Outcome {
  const defaults = decision.foreignKey.columns.map((name) => columnOf(decision.child, name)?.serverDefault ?? null);
  const withoutDefault = decision.foreignKey.columns.filter((_, index) => isNullDefault(defaults[index] ?? null));
  const error = actionError(decision, withoutDefault);
  if (error) return blocked("database", error);
  // Without any DDL default SET DEFAULT sets NULL.
  return { kind: withoutDefault.length === defaults.length ? "nulled" : "defaulted", by: "database" };
}

function isNullDefault(serverDefault: string | null): boolean {
  return serverDefault === null || /^\(?\s*null\s*\)?$/i.test(serverDefault);
}

/** The error of an UPDATE that nulls what the relationship synchronises, if any. */
function nullingError(decision: Decision, relationship: Relationship): DeleteError | null {
  const { child, label } = decision;
  for (const { parent, foreign } of relationship.synchronizePairs) {
    if (foreign.table === child.key && child.primaryKey.includes(foreign.column)) {
      const parentTable = parent.table === decision.parent.key ? decision.parent.name : child.name;
      const instance = ownNameOf(relationship.target);
      return blankOutError(`${parentTable}.${parent.column}`, `${child.name}.${foreign.column}`, instance, label);
    }
    if (foreign.table === child.key && isUnmapped(child, foreign.column)) {
      const mapper = `${ownNameOf(relationship.target)}(${child.name})`;
      return unmappedColumnError(`${child.name}.${foreign.column}`, mapper, label);
    }
  }
  const columns = relationship.synchronizePairs
    .filter(({ foreign }) => foreign.table === child.key)
    .map(({ foreign }) => foreign.column);
  return settingNullError(decision, columns) ?? checkError(decision, columns);
}

/** The first NOT NULL column in table order; for SQLite NULL in a rowid alias is a type error instead. */
function settingNullError(decision: Decision, columns: readonly string[]): DeleteError | null {
  const { child, label, dialect } = decision;
  for (const column of child.columns) {
    if (!columns.includes(column.name)) continue;
    if (dialect === "sqlite" && isRowidAlias(child, column.name)) {
      return { kind: "IntegrityError", reason: "datatype mismatch", foreignKey: label };
    }
    const required = !column.nullable || (dialect !== "sqlite" && column.primaryKey);
    if (required) return notNullViolation(dialect, decision, column.name);
  }
  return null;
}

function checkError(decision: Decision, columns: readonly string[]): DeleteError | null {
  const check = nullRefusedBy(decision.child, columns);
  return check && checkViolation(decision.dialect, decision, check);
}

/** MySQL allows no CHECK over a column that a referential action sets; what MariaDB makes of one is not known. */
function actionError(decision: Decision, columns: readonly string[]): DeleteError | null {
  return settingNullError(decision, columns) ?? (decision.dialect === "mysql" ? null : checkError(decision, columns));
}

/** A table's only primary key column of declared type INTEGER is SQLite's rowid itself. */
function isRowidAlias(table: Table, name: string): boolean {
  return (
    table.primaryKey.length === 1 &&
    table.primaryKey[0] === name &&
    columnOf(table, name)?.type.ddl.toUpperCase() === "INTEGER"
  );
}

function columnOf(table: Table, name: string) {
  return table.columns.find((column) => column.name === name);
}

function blocked(by: "orm" | "database", error: DeleteError): Outcome {
  return { kind: "blocked", by, error };
}
