import { stringLiteral } from "../sqlText.ts";
import type { Value } from "../value.ts";
import { calleeName } from "./callReader.ts";

/**
 * The text after `DEFAULT` that SQLAlchemy's SQLite compiler emits for a `server_default`: strings become literals, `text()`
 * stays as it is, other SQL expressions stand in parentheses. Empty for a default that only says the database has one, null
 * for a value that is not known.
 */
export function serverDefault(value: Value): string | null {
  if (value.kind === "string") return stringLiteral(value.value);
  const callee = calleeName(value);
  if (callee === "sqlalchemy.FetchedValue" || callee === "sqlalchemy.Identity" || callee === "sqlalchemy.Computed")
    return "";
  const text = sqlText(value);
  if (text !== null) return text;
  if (callee === "sqlalchemy.DefaultClause" && value.kind === "call") {
    const [wrapped] = value.arguments;
    return wrapped === undefined ? null : serverDefault(wrapped);
  }
  const expression = sqlExpression(value);
  return expression === null ? null : `(${expression})`;
}

/** The SQL of `text("...")`, `func.now()` and the like as it stands in a statement; null for what is no SQL. */
export function sqlOf(value: Value): string | null {
  return value.kind === "call" ? (sqlText(value) ?? sqlExpression(value)) : null;
}

/** The same as it stands in a statement that binds its constants. */
export function boundSqlOf(value: Value): string | null {
  return value.kind === "call" ? (sqlText(value) ?? sqlExpression(value, () => "?")) : null;
}

/** The SQL inside `text("...")`, null for anything else. */
export function sqlText(value: Value): string | null {
  if (value.kind !== "call" || calleeName(value) !== "sqlalchemy.text") return null;
  const [first] = value.arguments;
  return first?.kind === "string" ? first.value : null;
}

function constantText({ value }: { readonly value: string | number }): string {
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

/** `func.now()`, `true()`, `null()`, `literal_column("0")`, and functions of constants, which `constant` writes. */
function sqlExpression(value: Value, constant = constantText): string | null {
  switch (value.kind) {
    case "string":
    case "number":
      return constant(value);
    case "call": {
      const callee = calleeName(value);
      const named = CONSTANTS.get(callee);
      if (named !== undefined) return named;
      const [first] = value.arguments;
      if (callee === "sqlalchemy.literal_column") return first?.kind === "string" ? first.value : null;
      if (LITERALS.has(callee) && first !== undefined)
        return first.kind === "call" ? null : sqlExpression(first, constant);
      const name = functionName(callee);
      if (name === null || value.keywords.length > 0) return null;
      const simple = WITHOUT_ARGUMENTS.get(name);
      if (simple !== undefined) return simple;
      const values = value.arguments.map((argument) => sqlText(argument) ?? sqlExpression(argument, constant));
      return values.every((argument) => argument !== null) ? `${name}(${values.join(", ")})` : null;
    }
    default:
      return null;
  }
}

/** The function of SQL that `func.name` stands for, as SQLite's compiler writes it; null for the name of anything else. */
export function functionName(canonical: string): string | null {
  const name = /^sqlalchemy\.func\.([\w.]+)$/.exec(canonical)?.[1];
  if (name === undefined) return null;
  const lower = name.toLowerCase();
  return WITHOUT_ARGUMENTS.has(lower) ? lower : (KNOWN_FUNCTIONS.get(lower) ?? name);
}

/** Constants as SQL expressions. */
const LITERALS: ReadonlySet<string> = new Set(["sqlalchemy.literal"]);

const CONSTANTS: ReadonlyMap<string, string> = new Map([
  ["sqlalchemy.true", "1"],
  ["sqlalchemy.false", "0"],
  ["sqlalchemy.null", "NULL"],
]);

/** Functions that are written without brackets or otherwise than they are called, in whatever case they are asked for. */
const WITHOUT_ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ["now", "CURRENT_TIMESTAMP"],
  ["current_timestamp", "CURRENT_TIMESTAMP"],
  ["current_date", "CURRENT_DATE"],
  ["current_time", "CURRENT_TIME"],
  ["current_user", "CURRENT_USER"],
  ["localtime", "LOCALTIME"],
  ["localtimestamp", "DATETIME(CURRENT_TIMESTAMP, 'localtime')"],
  ["session_user", "SESSION_USER"],
  ["sysdate", "sysdate"],
  ["user", "USER"],
]);

/** Functions with a class of their own, which are found and written in lower case; all others stay as they are written. */
const KNOWN_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["char_length", "length"],
  ...["coalesce", "concat", "count", "max", "min", "random", "sum"].map((name) => [name, name] as const),
]);
