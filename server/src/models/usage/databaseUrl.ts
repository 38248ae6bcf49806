import type { Expression } from "../../python/syntax.ts";
import type { Value } from "../value.ts";
import type { EngineSite } from "./usage.ts";

type Database = Pick<EngineSite, "dialect" | "driver" | "memory">;

const notEvident: Database = { dialect: null, driver: null, memory: false };

/**
 * What an engine's URL says about the database (SQLAlchemy documentation: "Database URLs"): a string, an f-string that
 * begins with the scheme, or `URL.create("scheme", …)`. What is not evident is null.
 */
export function databaseUrl(url: Expression | null, evaluate: (expression: Expression) => Value): Database {
  if (url === null) return notEvident;
  const value = evaluate(url);
  if (value.kind === "string") return fromText(value.value);
  if (url.kind === "formatted") {
    const [first] = url.parts;
    return first?.kind === "text" ? fromText(first.value) : notEvident;
  }
  if (value.kind === "call" && value.callee.kind === "symbol" && value.callee.name.endsWith("URL.create")) {
    const [scheme] = value.arguments;
    const drivername = scheme ?? value.keywords.find(({ name }) => name === "drivername")?.value;
    const database = value.keywords.find(({ name }) => name === "database")?.value;
    if (drivername?.kind !== "string") return notEvident;
    return fromText(`${drivername.value}://${database?.kind === "string" ? `/${database.value}` : "/?"}`);
  }
  return notEvident;
}

function fromText(text: string): Database {
  const match = /^([a-z0-9]+)(?:\+([a-z0-9_]+))?:\/\/(.*)$/is.exec(text);
  if (match === null) return notEvident;
  const [, dialect = "", driver = null, rest = ""] = match;
  const memory = dialect === "sqlite" && (rest === "" || rest === "/" || /:memory:|mode=memory/.test(rest));
  return { dialect: dialect.toLowerCase(), driver, memory };
}
