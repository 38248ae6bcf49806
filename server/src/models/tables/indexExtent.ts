import { calleeName, keywordOf } from "../columns/callReader.ts";
import { checkSql } from "../columns/checkExpression.ts";
import type { CheckedColumn } from "../columns/checkOperand.ts";
import { functionName, sqlText } from "../columns/serverDefault.ts";
import type { IndexExtent } from "../schema/table.ts";
import { quotedIdentifier, stringLiteral } from "../sqlText.ts";
import type { CallValue, Value } from "../value.ts";

/** Finds the column that a constraint names. */
type Find = (value: Value) => string | null;

/** `sqlite_where=`, by the dialect that heeds it. */
export type Conditions = Readonly<Record<string, Value>>;

/** Dialects with partial indexes. */
const PARTIAL = ["sqlite", "postgresql", "mssql"] as const;

/** The conditions of a partial index as they are given. */
export function conditionsOf(index: CallValue): Conditions {
  const given = PARTIAL.flatMap((dialect) => {
    const value = keywordOf(index, `${dialect}_where`)?.value;
    return value === undefined || value.kind === "none" ? [] : [[dialect, value] as const];
  });
  return Object.fromEntries(given);
}

/** What an index over `terms` covers; null for plain columns of all rows. */
export function readExtent(
  terms: readonly Value[],
  conditions: Conditions,
  columns: readonly CheckedColumn[],
  find: Find,
): IndexExtent | null {
  const isPlain = terms.every((term) => find(term) !== null);
  const where = Object.entries(conditions).map(([dialect, value]) => {
    return [dialect, sqlText(value) ?? checkSql(value, columns) ?? flagSql(value, find)] as const;
  });
  if (isPlain && where.length === 0) return null;
  return {
    terms: terms.map((term) => ({ sql: termSql(term, find), isCall: isCall(term) })),
    where: Object.fromEntries(where),
  };
}

/** `User.created.desc()`, `desc("created")`: what is sorted, and how far it matters to all databases, the direction. */
function sorted(term: Value): { readonly of: Value; readonly direction: string } {
  const plain = { of: term, direction: "" };
  if (term.kind !== "call") return plain;
  const { callee, arguments: given } = term;
  const byFunction = SORTING.exec(calleeName(term).replace(/^sqlalchemy\./, ""))?.[0];
  const byMethod = callee.kind === "attribute" && given.length === 0 ? SORTING.exec(callee.name)?.[0] : undefined;
  const inside = byFunction !== undefined ? given[0] : callee.kind === "attribute" ? callee.of : undefined;
  const word = byFunction ?? byMethod;
  if (word === undefined || inside === undefined) return plain;
  const { of, direction } = sorted(inside);
  return { of, direction: direction || (word === "desc" ? " DESC" : word === "asc" ? " ASC" : "") };
}

const SORTING = /^(?:desc|asc|nulls_?first|nulls_?last)$/;

function isCall(term: Value): boolean {
  return functionName(calleeName(term)) !== null;
}

/** A column alone, which is true or not. */
function flagSql(value: Value, find: Find): string | null {
  const column = value.kind === "string" ? null : find(value);
  return column === null ? null : quotedIdentifier(column);
}

function termSql(given: Value, find: Find): string | null {
  const { of: term, direction } = sorted(given);
  const column = find(term);
  if (column !== null) return `${quotedIdentifier(column)}${direction}`;
  if (term.kind !== "call" || !term.complete || term.keywords.length > 0) return null;
  const text = sqlText(term);
  if (text !== null) return text;
  const name = functionName(calleeName(term));
  const values = term.arguments.map((value) => literalSql(value) ?? termSql(value, find));
  return name === null || values.includes(null) ? null : `${name}(${values.join(", ")})`;
}

function literalSql(value: Value): string | null {
  if (value.kind === "string") return stringLiteral(value.value);
  return value.kind === "number" ? String(value.value) : null;
}
