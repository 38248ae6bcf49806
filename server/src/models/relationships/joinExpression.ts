import type { ColumnReference } from "../schema/table.ts";

/** A join condition as SQLAlchemy sees it: columns with the marks that decide direction, and what compares them. */
export type JoinExpression = JoinColumn | JoinBinary | JoinJunction | JoinNegation | JoinLiteral | JoinFunction;

export interface JoinColumn extends ColumnReference {
  readonly kind: "column";
  /** The marks of `foreign()` and `remote()`, given or found. */
  readonly foreign: boolean;
  readonly remote: boolean;
}

export interface JoinBinary {
  readonly kind: "binary";
  /** As SQL spells it. Whether it compares decides what SQLAlchemy pairs: `=`, `IN`, `LIKE`, … do, `+`, `||`, … do not. */
  readonly operator: string;
  readonly left: JoinExpression;
  readonly right: JoinExpression;
}

interface JoinJunction {
  readonly kind: "and" | "or";
  readonly operands: readonly JoinExpression[];
}

interface JoinNegation {
  readonly kind: "not";
  readonly operand: JoinExpression;
}

interface JoinLiteral {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
  /** The name of the member, where the value is that of one of an enumeration. */
  readonly member?: string;
}

/** A function, a cast, or anything else that is made of its operands; `unknown` where it may hide further columns. */
interface JoinFunction {
  readonly kind: "function" | "unknown";
  readonly operands: readonly JoinExpression[];
  /** The name of a constant of a class, such as a member of an enumeration. */
  readonly member?: string;
}

/** `sqlalchemy.sql.operators.is_comparison`, and `COMPARES` for an operator of one's own that is said to compare. */
const COMPARISONS: ReadonlySet<string> = new Set(
  (
    "=,!=,<,<=,>,>=,IS,IS NOT,IN,NOT IN,LIKE,NOT LIKE,ILIKE,NOT ILIKE,BETWEEN,NOT BETWEEN,MATCH,REGEXP," +
    "IS DISTINCT FROM,IS NOT DISTINCT FROM,COMPARES"
  ).split(","),
);

export function isComparison(operator: string): boolean {
  return COMPARISONS.has(operator);
}

export function joinColumn(reference: ColumnReference): JoinColumn {
  const { table, column } = reference;
  return { kind: "column", table, column, foreign: false, remote: false };
}

/** The same expression with every column replaced by what `change` makes of it. */
export function mapColumns(expression: JoinExpression, change: (column: JoinColumn) => JoinColumn): JoinExpression {
  switch (expression.kind) {
    case "column":
      return change(expression);
    case "binary":
      return {
        ...expression,
        left: mapColumns(expression.left, change),
        right: mapColumns(expression.right, change),
      };
    case "and":
    case "or":
    case "function":
    case "unknown":
      return { ...expression, operands: expression.operands.map((operand) => mapColumns(operand, change)) };
    case "not":
      return { ...expression, operand: mapColumns(expression.operand, change) };
    case "literal":
      return expression;
  }
}

/** The same expression with every binary expression replaced, innermost first. */
export function mapBinaries(expression: JoinExpression, change: (binary: JoinBinary) => JoinBinary): JoinExpression {
  switch (expression.kind) {
    case "binary":
      return change({
        ...expression,
        left: mapBinaries(expression.left, change),
        right: mapBinaries(expression.right, change),
      });
    case "and":
    case "or":
    case "function":
    case "unknown":
      return { ...expression, operands: expression.operands.map((operand) => mapBinaries(operand, change)) };
    case "not":
      return { ...expression, operand: mapBinaries(expression.operand, change) };
    default:
      return expression;
  }
}

/** Every column of the expression, in order, as often as it occurs. */
export function columnsOf(expression: JoinExpression): JoinColumn[] {
  const columns: JoinColumn[] = [];
  visit(expression);
  return columns;

  function visit(node: JoinExpression): void {
    if (node.kind === "column") columns.push(node);
    else for (const child of operandsOf(node)) visit(child);
  }
}

export function operandsOf(expression: JoinExpression): readonly JoinExpression[] {
  switch (expression.kind) {
    case "binary":
      return [expression.left, expression.right];
    case "and":
    case "or":
    case "function":
    case "unknown":
      return expression.operands;
    case "not":
      return [expression.operand];
    default:
      return [];
  }
}

/** True where some part of the expression is not known. */
export function hasUnknown(expression: JoinExpression): boolean {
  return expression.kind === "unknown" || operandsOf(expression).some(hasUnknown);
}

/** The conditions that all have to hold. */
export function conjuncts(expression: JoinExpression): readonly JoinExpression[] {
  return expression.kind === "and" ? expression.operands.flatMap(conjuncts) : [expression];
}
