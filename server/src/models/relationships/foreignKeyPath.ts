import type { ColumnReference, ForeignKey, Table } from "../schema/table.ts";
import { type JoinExpression, joinColumn } from "./joinExpression.ts";

/** How foreign keys link two selectables: the join they make, or why there is not exactly one. */
export type ForeignKeyPath =
  | { readonly kind: "path"; readonly join: JoinExpression }
  | { readonly kind: "none" }
  | { readonly kind: "ambiguous"; readonly foreignKeys: readonly ForeignKey[] }
  /** A foreign key names one of the tables with a column that it does not have. */
  | { readonly kind: "noColumn"; readonly foreignKey: ForeignKey; readonly column: string };

/** A selectable between which and another foreign keys are searched. */
export interface JoinSide {
  readonly tables: readonly Table[];
  /** Columns of the tables that it does not know of. */
  readonly late: readonly ColumnReference[];
}

interface Candidate {
  readonly foreignKey: ForeignKey;
  /** (referenced column, referencing column), in the order of the referencing columns. */
  readonly pairs: (readonly [ColumnReference, ColumnReference])[];
}

/**
 * Searches foreign keys between `left` and `right` in both directions, as `sqlalchemy.sql.util.join_condition` does.
 * `subset` is the more specific part of `left` (a joined subclass's own table), which is tried first. Where `counted` is
 * not empty, only those columns count as foreign.
 */
export function findForeignKeyPath(
  left: JoinSide,
  subset: Table,
  right: JoinSide,
  counted: readonly ColumnReference[],
): ForeignKeyPath {
  let candidates = new Map<ForeignKey, Candidate>();
  for (const side of left.tables.length > 1 ? [{ tables: [subset], late: [] }, left] : [left]) {
    candidates = new Map();
    const failed =
      collect(candidates, right, side, counted) ??
      (sameTables(side.tables, right.tables) ? null : collect(candidates, side, right, counted));
    if (failed !== null) return failed;
    if (candidates.size > 0) break;
  }
  let found = [...candidates.values()];
  if (found.length > 1 && counted.length > 0) found = found.filter((candidate) => isExactly(candidate, counted));
  const [first] = found;
  if (first === undefined) {
    return candidates.size > 0 ? { kind: "ambiguous", foreignKeys: [...candidates.keys()] } : { kind: "none" };
  }
  if (found.some((candidate) => !samePairs(candidate, first))) {
    return { kind: "ambiguous", foreignKeys: found.map((candidate) => candidate.foreignKey) };
  }
  return { kind: "path", join: joinOf(first) };
}

function collect(
  candidates: Map<ForeignKey, Candidate>,
  { tables: holders, late }: JoinSide,
  { tables: referenced }: JoinSide,
  counted: readonly ColumnReference[],
): Extract<ForeignKeyPath, { kind: "noColumn" }> | null {
  for (const holder of holders) {
    const between = holder.foreignKeys.filter(
      (foreignKey) =>
        referenced.some((table) => table.key === foreignKey.target.key) &&
        (counted.length === 0 || foreignKey.columns.some((column) => isCounted(counted, holder, column))),
    );
    for (const { foreignKey, index } of inColumnOrder(between, holder)) {
      const table = referenced.find((each) => each.key === foreignKey.target.key);
      const column = foreignKey.columns[index];
      const target = foreignKey.target.columns[index];
      if (table === undefined || column === undefined || target === undefined) continue;
      if (counted.length > 0 && !isCounted(counted, holder, column)) continue;
      if (late.some((each) => each.table === holder.key && each.column === column)) continue;
      if (table.complete && !table.columns.some((each) => each.name === target)) {
        return { kind: "noColumn", foreignKey, column: target };
      }
      const pair = [
        { table: table.key, column: target },
        { table: holder.key, column },
      ] as const;
      const known = candidates.get(foreignKey);
      if (known === undefined) candidates.set(foreignKey, { foreignKey, pairs: [pair] });
      else known.pairs.push(pair);
    }
  }
  return null;
}

function isCounted(counted: readonly ColumnReference[], { key }: Table, column: string): boolean {
  return counted.some((each) => each.table === key && each.column === column);
}

/** The members of foreign keys in the order of their table's columns. */
function inColumnOrder(
  foreignKeys: readonly ForeignKey[],
  table: Table,
): readonly { readonly foreignKey: ForeignKey; readonly index: number }[] {
  const [only] = foreignKeys;
  if (only === undefined) return [];
  if (foreignKeys.length === 1 && only.columns.length === 1) return [{ foreignKey: only, index: 0 }];
  const position = new Map(table.columns.map((column, index) => [column.name, index]));
  const members = foreignKeys.flatMap((foreignKey) =>
    foreignKey.columns.map((column, index) => ({ foreignKey, index, at: position.get(column) ?? 0 })),
  );
  return members.sort((a, b) => a.at - b.at);
}

function isExactly(candidate: Candidate, counted: readonly ColumnReference[]): boolean {
  const { foreignKey } = candidate;
  return (
    new Set(foreignKey.columns).size === counted.length &&
    counted.every((each) => each.table === foreignKey.table && foreignKey.columns.includes(each.column))
  );
}

function samePairs(a: Candidate, b: Candidate): boolean {
  return (
    a.pairs.length === b.pairs.length &&
    a.pairs.every(([target, column], index) => {
      const other = b.pairs[index];
      return other !== undefined && equal(target, other[0]) && equal(column, other[1]);
    })
  );
}

function equal(a: ColumnReference, b: ColumnReference): boolean {
  return a.table === b.table && a.column === b.column;
}

function sameTables(a: readonly Table[], b: readonly Table[]): boolean {
  return a.length === b.length && a.every((table, index) => table === b[index]);
}

function joinOf(candidate: Candidate): JoinExpression {
  const equalities = candidate.pairs.map(([target, column]): JoinExpression => {
    return { kind: "binary", operator: "=", left: joinColumn(target), right: joinColumn(column) };
  });
  const [only] = equalities;
  return equalities.length === 1 && only !== undefined ? only : { kind: "and", operands: equalities };
}
