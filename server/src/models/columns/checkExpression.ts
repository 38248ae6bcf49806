import type { Column } from "../schema.ts";
import { COMPARISONS, MIRRORED, OPPOSITES, quotedIdentifier, stringLiteral } from "../sqlText.ts";
import type { CallValue, Value } from "../value.ts";
import { calleeName } from "./callReader.ts";

/** What a condition has to know of a column of its table. */
export interface CheckedColumn {
  readonly name: string;
  readonly key: string;
  readonly attribute: string | null;
  /** Null where it takes the type of the column that it references. */
  readonly type: Column["type"] | null;
}

/** SQL with what binds its parts, which decides where it needs parentheses. */
interface Condition {
  readonly sql: string;
  readonly binding: "or" | "and" | "comparison";
}

/**
 * The SQL of a condition that is written in Python (`low <= high`, `and_(…)`, `kind.in_([…])`) as SQLite's DDL has it; null
 * for one that is not that simple. All names are quoted.
 */
export function checkSql(value: Value, columns: readonly CheckedColumn[]): string | null {
  return read(value, columns)?.sql ?? null;
}

/** Column families whose literals are stored as they are written. */
const PLAIN: ReadonlySet<Column["type"]["family"]> = new Set(["integer", "string", "text"] as const);

function read(value: Value, columns: readonly CheckedColumn[]): Condition | null {
  if (value.kind === "operation") return ofOperation(value.operator, value.operands, columns);
  if (value.kind !== "call" || !value.complete || value.keywords.length > 0) return null;
  const callee = calleeName(value);
  const [only] = value.arguments;
  if (callee === "sqlalchemy.and_") return joined("and", value.arguments, columns);
  if (callee === "sqlalchemy.or_") return joined("or", value.arguments, columns);
  if (callee === "sqlalchemy.not_" && only !== undefined) return negated(only, columns);
  return ofMethod(value, columns);
}

function ofOperation(
  operator: string,
  operands: readonly Value[],
  columns: readonly CheckedColumn[],
): Condition | null {
  const [left, right] = operands;
  if (left === undefined) return null;
  if (operands.length === 1) return operator === "~" ? negated(left, columns) : null;
  if (right === undefined || operands.length !== 2) return null;
  if (operator === "&") return joined("and", operands, columns);
  if (operator === "|") return joined("or", operands, columns);
  const compared = COMPARISONS.get(operator);
  return compared === undefined ? null : comparison(compared, left, right, columns);
}

function comparison(operator: string, left: Value, right: Value, columns: readonly CheckedColumn[]): Condition | null {
  const column = columnIn(left, columns);
  if (column === null) {
    const mirrored = MIRRORED.get(operator);
    const isColumn = columnIn(right, columns) !== null;
    return isColumn && mirrored !== undefined ? comparison(mirrored, right, left, columns) : null;
  }
  if (right.kind === "none") {
    if (operator !== "=" && operator !== "!=") return null;
    return compared(column, operator === "=" ? "IS" : "IS NOT", "NULL");
  }
  const other = columnIn(right, columns);
  return compared(column, operator, other === null ? literal(right, column) : quotedIdentifier(other.name));
}

function compared(column: CheckedColumn, operator: string, right: string | null): Condition | null {
  return right === null
    ? null
    : { sql: `${quotedIdentifier(column.name)} ${operator} ${right}`, binding: "comparison" };
}

/** `kind.in_(["a", "b"])`, `parent_id.is_not(None)`. */
function ofMethod({ callee, arguments: values }: CallValue, columns: readonly CheckedColumn[]): Condition | null {
  const column = callee.kind === "attribute" ? columnIn(callee.of, columns) : null;
  const [given] = values;
  if (callee.kind !== "attribute" || column === null || given === undefined || values.length !== 1) return null;
  switch (callee.name) {
    case "is_":
      return compared(column, "IS", given.kind === "none" ? "NULL" : truth(given, column));
    case "is_not":
    case "isnot":
      return compared(column, "IS NOT", given.kind === "none" ? "NULL" : truth(given, column));
    case "in_":
      return compared(column, "IN", listed(given, column));
    case "not_in":
    case "notin_": {
      const found = compared(column, "NOT IN", listed(given, column));
      return found === null ? null : { ...found, sql: `(${found.sql})` };
    }
    default:
      return null;
  }
}

function listed(given: Value, column: CheckedColumn): string | null {
  if ((given.kind !== "list" && given.kind !== "tuple") || given.items.length === 0) return null;
  const items = given.items.map((item) => literal(item, column));
  return items.includes(null) ? null : `(${items.join(", ")})`;
}

function joined(kind: "and" | "or", values: readonly Value[], columns: readonly CheckedColumn[]): Condition | null {
  const parts: string[] = [];
  for (const value of values) {
    const part = read(value, columns);
    if (part === null) return null;
    parts.push(kind === "and" && part.binding === "or" ? `(${part.sql})` : part.sql);
  }
  return parts.length < 2 ? null : { sql: parts.join(kind === "and" ? " AND " : " OR "), binding: kind };
}

/** SQLAlchemy turns a comparison round, and puts NOT before everything else. */
function negated(value: Value, columns: readonly CheckedColumn[]): Condition | null {
  const inner = read(value, columns);
  if (inner === null) return null;
  if (inner.binding !== "comparison") return { sql: `NOT (${inner.sql})`, binding: "comparison" };
  if (value.kind === "operation" && value.operands.length === 2) {
    const [left, right] = value.operands;
    const operator = OPPOSITES.get(COMPARISONS.get(value.operator) ?? "");
    if (left !== undefined && right !== undefined && operator !== undefined) {
      return comparison(operator, left, right, columns);
    }
  }
  return null;
}

/** `low`, `cls.low`, `spans.c.low`, `column("low")`. */
function columnIn(value: Value, columns: readonly CheckedColumn[]): CheckedColumn | null {
  if (value.kind === "call") {
    const [name] = value.arguments;
    if (calleeName(value) !== "sqlalchemy.column" || name?.kind !== "string" || value.arguments.length !== 1)
      return null;
    return columns.find((column) => column.name === name.value) ?? null;
  }
  if (value.kind === "subscript") {
    const [key] = value.items;
    return key?.kind === "string" && isCollection(value.of)
      ? (columns.find((column) => column.key === key.value) ?? null)
      : null;
  }
  if (value.kind !== "attribute") return null;
  if (value.of.kind === "class") return columns.find(({ attribute }) => attribute === value.name) ?? null;
  return isCollection(value.of) ? (columns.find(({ key }) => key === value.name) ?? null) : null;
}

function isCollection(value: Value): boolean {
  return value.kind === "attribute" && (value.name === "c" || value.name === "columns");
}

/** SQLite has no words for truth. */
function truth(value: Value, { type }: Pick<CheckedColumn, "type">): string | null {
  if (value.kind !== "boolean" || type?.family !== "boolean" || type.converted !== undefined) return null;
  return value.value ? "1" : "0";
}

function literal(value: Value, { type }: Pick<CheckedColumn, "type">): string | null {
  if (value.kind === "boolean") return truth(value, { type });
  if (type === null || !PLAIN.has(type.family) || type.converted !== undefined) return null;
  if (value.kind === "number") {
    return type.family === "integer" && Number.isSafeInteger(value.value) ? String(value.value) : null;
  }
  if (value.kind !== "string" || value.member !== undefined || type.family === "integer") return null;
  return stringLiteral(value.value);
}
