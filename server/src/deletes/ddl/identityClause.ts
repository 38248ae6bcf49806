import type { IdentityColumn } from "../../models/schema/column.ts";
import type { Dialect } from "../impact.ts";

/** How `Identity(...)` is written in a dialect; null where the dialect has no such columns. */
export function identityClause(identity: IdentityColumn, dialect: Dialect): string | null {
  const { always, onNull, start, increment } = identity;
  if (dialect === "mssql")
    return start === null && increment === null ? "IDENTITY" : `IDENTITY(${start ?? 1},${increment ?? 1})`;
  if (dialect !== "postgresql" && dialect !== "oracle") return null;
  const options = dialect === "oracle" ? oracleOptions(identity) : sequenceOptions(identity);
  // Oracle has a word of its own for what is left open.
  const kind = always === null && dialect === "oracle" ? "" : always ? "ALWAYS" : "BY DEFAULT";
  const parts = ["GENERATED", kind, onNull && dialect === "oracle" ? "ON NULL" : null, "AS IDENTITY"];
  return [...parts, options === "" ? null : `(${options})`].filter((part) => part !== null).join(" ");
}

function sequenceOptions(identity: IdentityColumn): string {
  const { start, increment, minvalue, maxvalue, nominvalue, nomaxvalue, cache, cycle } = identity;
  const options = [
    increment === null ? null : `INCREMENT BY ${increment}`,
    start === null ? null : `START WITH ${start}`,
    minvalue === null ? null : `MINVALUE ${minvalue}`,
    maxvalue === null ? null : `MAXVALUE ${maxvalue}`,
    nominvalue === null ? null : "NO MINVALUE",
    nomaxvalue === null ? null : "NO MAXVALUE",
    cache === null ? null : `CACHE ${cache}`,
    cycle === null ? null : cycle ? "CYCLE" : "NO CYCLE",
  ];
  return options.filter((option) => option !== null).join(" ");
}

function oracleOptions(identity: IdentityColumn): string {
  const options = sequenceOptions(identity).replace(/\bNO (MINVALUE|MAXVALUE|CYCLE)/g, "NO$1");
  const order = identity.order === null ? "" : identity.order ? " ORDER" : " NOORDER";
  return `${options}${order}`.trim();
}
