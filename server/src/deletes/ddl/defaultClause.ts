import type { Column } from "../../models/schema/column.ts";
import type { Dialect } from "../impact.ts";

/**
 * What follows DEFAULT in a `CREATE TABLE`, null for nothing. An expression of SQLAlchemy stands in parentheses in `serverDefault`; only SQLite wants such, around what is no name.
 */
export function defaultClause({ serverDefault, type }: Column, dialect: Dialect): string | null {
  // An empty default says only that the database has one.
  if (!serverDefault) return null;
  const value = serverDefault;
  const expression = /^\((.*)\)$/s.exec(value)?.[1] ?? null;
  if (expression !== null) {
    const native = inDialect(expression, type.family === "boolean", dialect);
    if (dialect !== "sqlite" || !/\W/.test(native)) return native;
    return `(${native})`;
  }
  const isPlain = dialect !== "sqlite" || /^\s*['"(]/.test(value) || !/\W/.test(value.replace(/^[+-]/, ""));
  return isPlain || /^[+-]?\d+(\.\d+)?$/.test(value) ? value : `(${value})`;
}

/** `func.now()`, `true()` and `false()` are written differently. */
function inDialect(expression: string, isBoolean: boolean, dialect: Dialect): string {
  if (dialect !== "postgresql" && dialect !== "mysql") return expression;
  if (expression === "CURRENT_TIMESTAMP") return "now()";
  return isBoolean && /^[01]$/.test(expression) ? String(expression === "1") : expression;
}
