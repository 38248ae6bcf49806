import type { Table } from "../../models/schema/table.ts";
import { quotedIdentifier, stringLiteral } from "../../models/sqlText.ts";
import type { CellValue, Dialect } from "../impact.ts";
import { reservedWords } from "./reservedWords.ts";

/** An identifier as SQLAlchemy writes it: quoted only where the dialect needs it. */
export function identifier(name: string, dialect: Dialect = "sqlite"): string {
  return needsQuotes(name, dialect) ? quoted(name, dialect) : name;
}

/** The table's name as SQLAlchemy writes it in a statement, schema-qualified where there is a schema. */
export function tableIdentifier(table: Pick<Table, "schema" | "name">, dialect: Dialect = "sqlite"): string {
  const name = identifier(table.name, dialect);
  return table.schema === null
    ? name
    : `${table.schema
        .split(".")
        .map((part) => identifier(part, dialect))
        .join(".")}.${name}`;
}

/** An identifier in quotes, whatever it contains. */
export function quoted(name: string, dialect: Dialect = "sqlite"): string {
  switch (dialect) {
    case "mysql":
      return `\`${name.replaceAll("`", "``")}\``;
    case "mssql":
      return `[${name.replaceAll("]", "]]")}]`;
    default:
      return quotedIdentifier(name);
  }
}

/** A value as SQL writes it. */
export function literal(value: CellValue): string {
  if (value === null) return "NULL";
  return typeof value === "number" ? String(value) : stringLiteral(value);
}

function needsQuotes(name: string, dialect: Dialect): boolean {
  const illegalStart = dialect === "oracle" ? /^[0-9$_]/ : /^[0-9$]/;
  return illegalStart.test(name) || !/^[a-z0-9_$]+$/.test(name) || reservedWords[dialect].has(name);
}
