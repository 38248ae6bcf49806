import type { AcrossComparison, BaseCriterion, ColumnPair, JoinCriteria, SideColumn } from "../schema/relationship.ts";
import type { Table } from "../schema/table.ts";
import { MIRRORED } from "../sqlText.ts";
import { columnIn, criterionSql } from "./criterionSql.ts";
import type { JoinCondition } from "./joinCondition.ts";
import { conjuncts, type JoinExpression, mapColumns } from "./joinExpression.ts";
import { type MappedSelectable, sameColumn } from "./mappedSelectable.ts";

/** The tables that the criteria of a join may be about. */
export interface JoinedTables {
  readonly target: Table;
  /** The tables that the rows of the target are joined from besides its own. */
  readonly bases: readonly Table[];
  readonly secondary: Table | null;
  readonly owner: Table | null;
}

export interface PartialJoin {
  /** True where the join may select only some of the children. */
  readonly partial: boolean;
  readonly criteria: JoinCriteria | null;
}

/** Separates the conditions of a join that are no synchronised pair. */
export function criteriaOf(condition: JoinCondition, child: MappedSelectable, tables: JoinedTables): PartialJoin {
  const own = beyondPairs(condition.primaryjoin, condition.synchronizePairs);
  const beyond =
    condition.secondaryjoin === null ? [] : beyondPairs(condition.secondaryjoin, condition.secondarySynchronizePairs);
  if (own.length + beyond.length > 0) return { partial: true, criteria: sortedByTable(own, beyond, tables) };
  return { partial: selectsOnlySubclass(condition, child), criteria: null };
}

/**
 * Each criterion with the table that it is about, or the two that it compares; null where one is not that simple. `own`: of
 * the join with the owner. `beyond`: of that with an association table.
 */
function sortedByTable(
  own: readonly JoinExpression[],
  beyond: readonly JoinExpression[],
  tables: JoinedTables,
): JoinCriteria | null {
  const found = { target: [] as string[], secondary: [] as string[], owner: [] as string[] };
  const across: AcrossComparison[] = [];
  const bases: BaseCriterion[] = [];
  const oneSided: JoinExpression[] = [];
  const sort = (joins: readonly JoinExpression[], ours: Place) => {
    for (const each of joins) {
      const comparison = acrossIn(each, tables, ours);
      if (comparison === null) oneSided.push(each);
      else across.push(comparison);
    }
  };
  sort(own, "owner");
  sort(beyond, "target");
  for (const each of oneSided) {
    const place = placesOf(each, tables).find((name) => criterionIn(each, tables[name]) !== null);
    const base = place === undefined ? baseCriterion(each, tables) : null;
    if (base !== null) bases.push(base);
    if (base !== null) continue;
    if (place === undefined) return null;
    found[place].push(criterionIn(each, tables[place]) ?? "");
  }
  return {
    target: joined(found.target),
    secondary: joined(found.secondary),
    owner: joined(found.owner),
    bases,
    across,
  };
}

/** A criterion about a joined base of the target. What is in the owner's own table is not known to be the target's. */
function baseCriterion(expression: JoinExpression, tables: JoinedTables): BaseCriterion | null {
  for (const table of tables.bases) {
    const sql = table === tables.owner ? null : criterionSql(expression, table);
    if (sql !== null) return { table: table.key, sql };
  }
  return null;
}

/** A plain comparison of columns of two of the tables; null for anything else. */
function acrossIn(expression: JoinExpression, tables: JoinedTables, ours: Place): AcrossComparison | null {
  if (expression.kind !== "binary" || !MIRRORED.has(expression.operator)) return null;
  const left = sideOf(expression.left, tables, ours);
  const right = sideOf(expression.right, tables, ours);
  if (left === null || right === null || left.side === right.side) return null;
  return { left, operator: expression.operator, right };
}

/** Where owner and target are of one table, the join with an association table is about `ours`, any other marks the target's. */
function sideOf(
  expression: JoinExpression,
  { target, secondary, owner }: JoinedTables,
  ours: Place,
): SideColumn | null {
  if (expression.kind !== "column") return null;
  const { table, column, remote } = expression;
  if (secondary !== null && columnIn(secondary, expression) !== null) return { side: "secondary", column };
  if (columnIn(target, expression) === null && (owner === null || columnIn(owner, expression) === null)) return null;
  const isTargets = target !== owner ? table === target.key : secondary === null ? remote : ours === "target";
  const side = isTargets ? "target" : "owner";
  // No query knows the owner where it joins what is beyond an association table.
  return side === "owner" && ours === "target" ? null : { side, column };
}

type Place = SideColumn["side"];

/** Where owner and target are of one table, only a column marked as `remote()` is the target's. */
function placesOf(expression: JoinExpression, { target, owner }: JoinedTables): readonly Place[] {
  if (target !== owner) return ["target", "secondary", "owner"];
  const sides = new Set<boolean>();
  mapColumns(expression, (column) => {
    sides.add(column.remote);
    return column;
  });
  if (sides.size > 1) return ["secondary"];
  return sides.has(true) ? ["target", "secondary"] : ["owner", "secondary"];
}

function criterionIn(expression: JoinExpression, table: Table | null): string | null {
  return table === null ? null : criterionSql(expression, table);
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(" AND ");
}

function beyondPairs(join: JoinExpression, pairs: readonly ColumnPair[]): readonly JoinExpression[] {
  return conjuncts(join).filter((each) => {
    if (each.kind !== "binary" || each.operator !== "=") return true;
    const { left, right } = each;
    if (left.kind !== "column" || right.kind !== "column") return true;
    return !pairs.some(
      ({ parent, foreign }) =>
        (sameColumn(parent, left) && sameColumn(foreign, right)) ||
        (sameColumn(parent, right) && sameColumn(foreign, left)),
    );
  });
}

/** A child of single-table inheritance is selected by its discriminator, unless only such children have the foreign key. */
function selectsOnlySubclass(condition: JoinCondition, child: MappedSelectable): boolean {
  if (child.class.inheritance !== "single" || condition.direction === "MANYTOONE") return false;
  if (condition.direction === "MANYTOMANY") return true;
  return condition.synchronizePairs.some(({ foreign }) => child.inheritedColumns.has(foreign.column));
}
