import type { Column } from "../schema/column.ts";
import type { AcrossComparison, ColumnPair, JoinCriteria, SideColumn } from "../schema/relationship.ts";
import type { Table } from "../schema/table.ts";
import { MIRRORED, quotedIdentifier, stringLiteral } from "../sqlText.ts";
import type { JoinCondition } from "./joinCondition.ts";
import { conjuncts, type JoinExpression, mapColumns } from "./joinExpression.ts";
import { type MappedSelectable, sameColumn } from "./mappedSelectable.ts";

/** The tables that the criteria of a join may be about. */
export interface JoinedTables {
  readonly target: Table;
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
    if (place === undefined) return null;
    found[place].push(criterionIn(each, tables[place]) ?? "");
  }
  return { target: joined(found.target), secondary: joined(found.secondary), owner: joined(found.owner), across };
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

type Place = keyof JoinedTables;

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

/** Column families whose literals are stored as they are written. */
const PLAIN_FAMILIES: ReadonlySet<Column["type"]["family"]> = new Set([
  "integer",
  "string",
  "text",
  "float",
  "boolean",
] as const);

/** Columns that LIKE reads as they are stored. */
const TEXT_FAMILIES: ReadonlySet<Column["type"]["family"]> = new Set(["string", "text"] as const);

/** How SQLite compares with a pattern: it takes small letters for large ones without being told. */
const PATTERNS: ReadonlyMap<string, string> = new Map([
  ["LIKE", "LIKE"],
  ["NOT LIKE", "NOT LIKE"],
  ["ILIKE", "LIKE"],
  ["NOT ILIKE", "NOT LIKE"],
]);

function criterionSql(expression: JoinExpression, table: Table): string | null {
  switch (expression.kind) {
    case "column": {
      const column = columnIn(table, expression);
      return column?.type.family === "boolean" ? `${quotedIdentifier(column.name)} = 1` : null;
    }
    case "not": {
      const { operand } = expression;
      if (operand.kind === "column") {
        const column = columnIn(table, operand);
        return column?.type.family === "boolean" ? `${quotedIdentifier(column.name)} = 0` : null;
      }
      const inner = criterionSql(operand, table);
      return inner === null ? null : `NOT (${inner})`;
    }
    case "and":
    case "or": {
      const parts = expression.operands.map((operand) => criterionSql(operand, table));
      if (parts.length === 0 || parts.includes(null)) return null;
      return `(${parts.join(expression.kind === "and" ? " AND " : " OR ")})`;
    }
    case "binary":
      return comparisonSql(expression, table);
    default:
      return null;
  }
}

function comparisonSql(
  { operator, left, right }: Extract<JoinExpression, { kind: "binary" }>,
  table: Table,
): string | null {
  if (left.kind !== "column") {
    const mirrored = MIRRORED.get(operator);
    return right.kind === "column" && left.kind === "literal" && mirrored !== undefined
      ? comparisonSql({ kind: "binary", operator: mirrored, left: right, right: left }, table)
      : null;
  }
  const column = columnIn(table, left);
  if (column === null) return null;
  const name = quotedIdentifier(column.name);
  if (right.kind === "column") {
    const other = columnIn(table, right);
    return other !== null && MIRRORED.has(operator) ? `${name} ${operator} ${quotedIdentifier(other.name)}` : null;
  }
  if (operator === "IN" || operator === "NOT IN") {
    if (right.kind !== "function" || right.operands.length === 0) return null;
    const items = right.operands.map((operand) => literalSql(operand, column));
    return items.includes(null) ? null : `${name} ${operator} (${items.join(", ")})`;
  }
  if (operator === "BETWEEN" || operator === "NOT BETWEEN") {
    const limits = right.kind === "function" ? right.operands.map((operand) => literalSql(operand, column)) : [];
    return limits.length === 2 && !limits.includes(null) ? `${name} ${operator} ${limits.join(" AND ")}` : null;
  }
  const pattern = PATTERNS.get(operator);
  if (pattern !== undefined) {
    const text = TEXT_FAMILIES.has(column.type.family) ? literalSql(right, column) : null;
    return text === null ? null : `${name} ${pattern} ${text}`;
  }
  if (!MIRRORED.has(operator) && operator !== "IS" && operator !== "IS NOT") return null;
  const literal = literalSql(right, column);
  return literal === null ? null : `${name} ${operator} ${literal}`;
}

function literalSql(expression: JoinExpression, column: Column): string | null {
  if (column.type.family === "enum" && expression.kind !== "unknown") return storedMember(expression, column);
  if (expression.kind !== "literal") return null;
  const { value } = expression;
  if (value === null) return "NULL";
  // What a type of the project makes of the value is for its code to say.
  if (column.type.converted !== undefined) return null;
  if (column.type.family === "numeric" && typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  if (!PLAIN_FAMILIES.has(column.type.family)) return null;
  return typeof value === "number" ? String(value) : stringLiteral(value);
}

/** An enumeration is stored by the names of its members, unless it was told to store their values; a text is either. */
function storedMember(expression: JoinExpression, { type }: Column): string | null {
  if (expression.kind === "literal" && expression.value === null) return "NULL";
  if (expression.kind !== "literal" && expression.kind !== "function") return null;
  const value = expression.kind === "literal" ? expression.value : null;
  const stored = [expression.member, value].find((each) => {
    return typeof each === "string" && (type.enumValues?.includes(each) ?? false);
  });
  return typeof stored === "string" ? stringLiteral(stored) : null;
}

function columnIn(table: Table, reference: { readonly table: string; readonly column: string }): Column | null {
  if (reference.table !== table.key) return null;
  return table.columns.find((column) => column.name === reference.column) ?? null;
}
