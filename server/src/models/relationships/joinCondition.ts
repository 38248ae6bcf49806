import { lasting } from "../lasting.ts";
import type { ColumnPair, Direction } from "../schema/relationship.ts";
import type { ColumnReference } from "../schema/table.ts";
import {
  columnsOf,
  hasUnknown,
  isComparison,
  type JoinColumn,
  type JoinExpression,
  operandsOf,
} from "./joinExpression.ts";
import {
  comparesOthers,
  isLocal,
  type JoinParts,
  markForeign,
  markRemote,
  markRemoteSecondary,
  tableIn,
} from "./joinMarks.ts";
import { joinText } from "./joinText.ts";
import { containsColumn, sameColumn } from "./mappedSelectable.ts";

/** The join with every column marked, and what follows from the marks. */
export interface JoinCondition {
  readonly direction: Direction;
  readonly primaryjoin: JoinExpression;
  readonly secondaryjoin: JoinExpression | null;
  readonly synchronizePairs: readonly ColumnPair[];
  readonly secondarySynchronizePairs: readonly ColumnPair[];
  /** Whether the given primaryjoin held `foreign()` or `remote()`: decides what a backref takes over. */
  readonly givenForeign: boolean;
  readonly givenRemote: boolean;
  /** Whether a self-reference that says nothing of its remote side compares something else than two columns. */
  readonly comparesOthers: boolean;
}

export type JoinOutcome =
  | { readonly kind: "joined"; readonly condition: JoinCondition }
  /** SQLAlchemy raises ArgumentError; `code` names the rule. */
  | { readonly kind: "failed"; readonly code: string; readonly message: string }
  | { readonly kind: "unknown"; readonly why: string };

/**
 * Works out pairs and direction as `sqlalchemy.orm.relationships.JoinCondition` does: marks columns as foreign, remote and
 * local, collects the equalities that are synchronised, and derives the direction from where the foreign columns are.
 */
export function determineJoin(parts: JoinParts): JoinOutcome {
  const given = columnsOf(parts.primaryjoin);
  const givenForeign = given.some((column) => column.foreign);
  const givenRemote = given.some((column) => column.remote);
  let { primaryjoin, secondaryjoin } = parts;
  if (!givenForeign) {
    primaryjoin = markForeign(primaryjoin, parts);
    secondaryjoin = secondaryjoin === null ? null : markForeign(secondaryjoin, parts);
  }
  if (!givenRemote) {
    primaryjoin = markRemote(primaryjoin, parts);
    secondaryjoin = secondaryjoin === null ? null : markRemoteSecondary(secondaryjoin, parts);
  }
  const primary = collectPairs(primaryjoin, parts);
  const secondary = secondaryjoin === null ? NO_PAIRS : collectPairs(secondaryjoin, parts);
  const columns = columnsOf(primaryjoin);
  const failure =
    checkForeign(primaryjoin, columns, primary.synchronized, "primary", parts) ??
    (secondaryjoin === null
      ? null
      : checkForeign(secondaryjoin, columnsOf(secondaryjoin), secondary.synchronized, "secondary", parts));
  const direction = failure ?? directionOf(columns, parts);
  if (typeof direction !== "string" || (!primary.hasRemote && !secondary.hasRemote)) {
    if (hasUnknown(primaryjoin) || (secondaryjoin !== null && hasUnknown(secondaryjoin))) {
      return { kind: "unknown", why: "part of the join condition cannot be read" };
    }
    return typeof direction === "string" ? noRemoteSide(parts) : direction;
  }
  return {
    kind: "joined",
    condition: {
      direction,
      primaryjoin,
      secondaryjoin,
      synchronizePairs: primary.synchronized,
      secondarySynchronizePairs: secondary.synchronized,
      givenForeign,
      givenRemote,
      comparesOthers: !givenRemote && comparesOthers(parts.primaryjoin, parts),
    },
  };
}

function noRemoteSide(parts: JoinParts): Failure {
  return failed(
    "other",
    `Relationship ${parts.label} could not determine any unambiguous local/remote column pairs based on join condition and ` +
      "remote_side arguments.  Consider using the remote() annotation to accurately mark those elements of the join " +
      "condition that are on the remote side of the relationship.",
  );
}

/** No join that anybody writes compares this many columns at once; the product must not run away on one that does. */
const MAXIMUM_PRODUCT = 4096;

interface Pairs {
  readonly synchronized: readonly ColumnPair[];
  /** Whether some comparison has exactly one remote side. */
  readonly hasRemote: boolean;
}

const NO_PAIRS: Pairs = { synchronized: [], hasRemote: false };

function collectPairs(join: JoinExpression, parts: JoinParts): Pairs {
  const synchronized: ColumnPair[] = [];
  let hasRemote = false;
  visit(join);
  return { synchronized: lasting(synchronized), hasRemote };

  /** The columns below an expression that an enclosing comparison compares. */
  function visit(node: JoinExpression): readonly JoinColumn[] {
    if (node.kind === "column") return [node];
    if (node.kind !== "binary" || !isComparison(node.operator)) return operandsOf(node).flatMap(visit);
    const lefts = visit(node.left);
    const rights = visit(node.right);
    if (lefts.length * rights.length > MAXIMUM_PRODUCT) return [];
    for (const left of lefts) for (const right of rights) compare(node.operator, left, right);
    return [];
  }

  function compare(operator: string, left: JoinColumn, right: JoinColumn): void {
    if (left.remote !== right.remote && isMapped(left.remote ? right : left, parts)) hasRemote = true;
    if (operator !== "=" || !isMapped(left, parts) || !isMapped(right, parts)) return;
    if (right.foreign) synchronized.push({ parent: reference(left), foreign: reference(right) });
    else if (left.foreign) synchronized.push({ parent: reference(right), foreign: reference(left) });
  }
}

function reference(column: JoinColumn): ColumnReference {
  return { table: column.table, column: column.column };
}

/** `can_be_synced_fn`: a column of some other table is compared, but not written. */
function isMapped(column: JoinColumn, parts: JoinParts): boolean {
  return tableIn(parts, column.table) !== null;
}

type Failure = Extract<JoinOutcome, { kind: "failed" }>;

function failed(code: string, message: string): Failure {
  return { kind: "failed", code, message };
}

function checkForeign(
  join: JoinExpression,
  columns: readonly JoinColumn[],
  synchronized: readonly ColumnPair[],
  which: "primary" | "secondary",
  parts: JoinParts,
): Failure | null {
  const hasForeign = columns.some((column) => column.foreign);
  if (parts.viewonly ? hasForeign : synchronized.length > 0) return null;
  const text = joinText(join, parts.tables);
  const remedy =
    "Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or are annotated in the " +
    "join condition with the foreign() annotation.";
  if (!parts.viewonly && hasForeign) {
    return failed(
      "other",
      "Could not locate any simple equality expressions involving locally mapped foreign key columns for " +
        `${which} join condition '${text}' on relationship ${parts.label}.  ${remedy} To allow comparison operators other ` +
        "than '==', the relationship can be marked as viewonly=True.",
    );
  }
  return failed(
    "missing-foreign-key",
    `Could not locate any relevant foreign key columns for ${which} join condition '${text}' on relationship ` +
      `${parts.label}.  ${remedy}`,
  );
}

function directionOf(columns: readonly JoinColumn[], parts: JoinParts): Direction | Failure {
  if (parts.secondaryjoin !== null) return "MANYTOMANY";
  const inChild = columns.some((column) => column.foreign && containsColumn(parts.child, column));
  const inParent = columns.some((column) => column.foreign && containsColumn(parts.parent, column));
  if (inChild && inParent) return directionOfSelfReference(columns, parts);
  if (inChild) return "ONETOMANY";
  if (inParent) return "MANYTOONE";
  return failed(
    "other",
    `Can't determine relationship direction for relationship '${parts.label}' - foreign key columns are present in ` +
      "neither the parent nor the child's mapped tables",
  );
}

function directionOfSelfReference(columns: readonly JoinColumn[], parts: JoinParts): Direction | Failure {
  let toMany = columns.filter((column) => column.foreign && column.remote);
  let toOne = columns.filter((column) => column.foreign && !column.remote);
  if (toMany.length > 0 && toOne.length > 0) {
    // A column equated with itself is on both sides and says nothing.
    const onBothSides = (column: JoinColumn): boolean =>
      columns.some((each) => each.remote && sameColumn(each, column)) &&
      columns.some((each) => isLocal(each, parts.parent) && sameColumn(each, column));
    toMany = toMany.filter((column) => !onBothSides(column));
    toOne = toOne.filter((column) => !onBothSides(column));
  }
  if (toMany.length > 0 && toOne.length === 0) return "ONETOMANY";
  if (toOne.length > 0 && toMany.length === 0) return "MANYTOONE";
  return failed(
    "other",
    `Can't determine relationship direction for relationship '${parts.label}' - foreign key columns within the join ` +
      "condition are present in both the parent and the child's mapped tables.  Ensure that only those columns referring to " +
      "a parent column are marked as foreign, either via the foreign() annotation or via the foreign_keys argument.",
  );
}

/** Every pair of columns that the unit of work copies between. */
export function writtenPairs(condition: JoinCondition): readonly ColumnPair[] {
  const { synchronizePairs, secondarySynchronizePairs } = condition;
  return secondarySynchronizePairs.length === 0
    ? synchronizePairs
    : [...synchronizePairs, ...secondarySynchronizePairs];
}
