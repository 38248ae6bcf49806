import type { TableKey } from "../schema/keys.ts";
import type { ColumnReference, Table } from "../schema/table.ts";
import { type JoinBinary, type JoinColumn, type JoinExpression, mapBinaries, mapColumns } from "./joinExpression.ts";
import { containsColumn, type MappedSelectable, sameColumn } from "./mappedSelectable.ts";

/** What a relationship's join is made of: its joins, given or found, and the arguments that steer them. */
export interface JoinParts {
  /** `Class.attribute`, for messages. */
  readonly label: string;
  /** Every table, for messages. */
  readonly tables: ReadonlyMap<TableKey, Table>;
  readonly parent: MappedSelectable;
  readonly child: MappedSelectable;
  readonly secondary: Table | null;
  readonly primaryjoin: JoinExpression;
  readonly secondaryjoin: JoinExpression | null;
  readonly foreignKeys: readonly ColumnReference[];
  readonly remoteSide: readonly ColumnReference[];
  readonly viewonly: boolean;
}

/** Marks the foreign columns: those given, else those that a foreign key or the association table makes foreign. */
export function markForeign(join: JoinExpression, parts: JoinParts): JoinExpression {
  if (parts.foreignKeys.length > 0) {
    return mapColumns(join, (column) =>
      parts.foreignKeys.some((each) => sameColumn(each, column)) ? { ...column, foreign: true } : column,
    );
  }
  return mapBinaries(join, (binary) => {
    const { left, right } = binary;
    if (isMarkedForeign(left) || isMarkedForeign(right)) return binary;
    const side = foreignSide(left, right, parts);
    if (side === "left" && left.kind === "column") return { ...binary, left: { ...left, foreign: true } };
    if (side === "right" && right.kind === "column") return { ...binary, right: { ...right, foreign: true } };
    return binary;
  });
}

/** The side that a foreign key makes foreign; without one, the column of the association table. */
function foreignSide(left: JoinExpression, right: JoinExpression, parts: JoinParts): "left" | "right" | null {
  if (left.kind === "column" && right.kind === "column") {
    if (references(left, right, parts)) return "left";
    if (references(right, left, parts)) return "right";
  }
  const { secondary } = parts;
  if (secondary === null) return null;
  const inLeft = left.kind === "column" && left.table === secondary.key;
  const inRight = right.kind === "column" && right.table === secondary.key;
  return inLeft === inRight ? null : inLeft ? "left" : "right";
}

function references(column: JoinColumn, target: JoinColumn, parts: JoinParts): boolean {
  const table = tableIn(parts, column.table);
  return (
    table?.foreignKeys.some(
      (foreignKey) =>
        foreignKey.target.key === target.table &&
        foreignKey.columns.some(
          (name, index) => name === column.column && foreignKey.target.columns[index] === target.column,
        ),
    ) ?? false
  );
}

/** The table of a column where it is one of those that the relationship joins. */
export function tableIn(parts: JoinParts, key: TableKey): Table | null {
  if (parts.secondary?.key === key) return parts.secondary;
  for (const table of parts.parent.tables) if (table.key === key) return table;
  for (const table of parts.child.tables) if (table.key === key) return table;
  return null;
}

function isMarkedForeign(expression: JoinExpression): boolean {
  return expression.kind === "column" && expression.foreign;
}

/** Marks the columns on the far side of the join (`JoinCondition._annotate_remote`). */
export function markRemote(join: JoinExpression, parts: JoinParts): JoinExpression {
  const { parent, child, remoteSide } = parts;
  if (parts.secondary !== null) return markRemoteSecondary(join, parts);
  const selfReferring = refersToParentTable(join, parts);
  if (remoteSide.length > 0) {
    const isRemote = (column: JoinColumn): boolean => remoteSide.some((each) => sameColumn(each, column));
    if (selfReferring) return markSelfReference(join, isRemote);
    return mapColumns(join, (column) => (isRemote(column) ? { ...column, remote: true } : column));
  }
  // Without remote_side a self-reference is taken for one-to-many: the foreign columns are remote.
  if (selfReferring) return markSelfReference(join, (column) => column.foreign);
  if (parent.tables.some((table) => child.tables.includes(table))) return markRemoteOverlap(join, parts);
  return mapColumns(join, (column) => {
    const remote =
      containsColumn(child, column) && (column.table !== parent.local.key || column.table === child.local.key);
    return remote ? { ...column, remote: true } : column;
  });
}

/** What SQLAlchemy warns of: parts of a self-reference that it cannot tell the remote side of. */
export function comparesOthers(join: JoinExpression, parts: JoinParts): boolean {
  if (parts.secondary !== null || parts.remoteSide.length > 0 || !refersToParentTable(join, parts)) return false;
  let others = false;
  mapBinaries(join, (binary) => {
    if (binary.left.kind !== "column" || binary.right.kind !== "column") others = true;
    return binary;
  });
  return others;
}

export function markRemoteSecondary(join: JoinExpression, parts: JoinParts): JoinExpression {
  return mapColumns(join, (column) => (column.table === parts.secondary?.key ? { ...column, remote: true } : column));
}

function refersToParentTable(join: JoinExpression, parts: JoinParts): boolean {
  let refers = false;
  mapBinaries(join, (binary) => {
    const columns = [binary.left, binary.right];
    if (columns.every((each) => each.kind === "column" && isInBoth(each, parts))) refers = true;
    return binary;
  });
  return refers;
}

function isInBoth(column: JoinColumn, parts: JoinParts): boolean {
  return containsColumn(parts.parent, column) && containsColumn(parts.child, column);
}

function markSelfReference(join: JoinExpression, isRemote: (column: JoinColumn) => boolean): JoinExpression {
  return mapBinaries(join, (binary) => {
    const { left, right } = binary;
    if (left.kind !== "column" || right.kind !== "column") return binary;
    const equated = sameColumn(left, right);
    return {
      ...binary,
      left: isRemote(left) ? { ...left, remote: true } : left,
      right: isRemote(right) && !equated ? { ...right, remote: true } : right,
    };
  });
}

/** Parent and child share a table without being the same: a column is remote where only its side of the pair fits. */
function markRemoteOverlap(join: JoinExpression, parts: JoinParts): JoinExpression {
  const pointsToChild = (from: JoinExpression, to: JoinExpression): boolean =>
    from.kind === "column" &&
    to.kind === "column" &&
    containsColumn(parts.child, to) &&
    containsColumn(parts.parent, from);
  return mapBinaries(join, (binary): JoinBinary => {
    const { left, right } = binary;
    return {
      ...binary,
      left: left.kind === "column" && pointsToChild(right, left) ? { ...left, remote: true } : left,
      right: right.kind === "column" && pointsToChild(left, right) ? { ...right, remote: true } : right,
    };
  });
}

/** Columns of the parent that are not on the remote side (`JoinCondition._annotate_local`). */
export function isLocal(column: JoinColumn, parent: MappedSelectable): boolean {
  return !column.remote && containsColumn(parent, column);
}
