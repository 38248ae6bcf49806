import type { Column } from "../schema/column.ts";
import type { Table } from "../schema/table.ts";
import { MIRRORED, quotedIdentifier, stringLiteral } from "../sqlText.ts";
import type { JoinExpression } from "./joinExpression.ts";

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

/** A condition on the columns of one table as SQL; null where it is about others too, or not that simple. */
export function criterionSql(expression: JoinExpression, table: Table): string | null {
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

export function columnIn(table: Table, reference: { readonly table: string; readonly column: string }): Column | null {
  if (reference.table !== table.key) return null;
  return table.columns.find((column) => column.name === reference.column) ?? null;
}
