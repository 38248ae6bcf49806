/** Comparisons as Python writes them → as SQL does. */
export const COMPARISONS: ReadonlyMap<string, string> = new Map([
  ["==", "="],
  ["!=", "!="],
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
]);

/** Comparisons of SQL → what they are with their sides exchanged. */
export const MIRRORED: ReadonlyMap<string, string> = new Map([
  ["=", "="],
  ["!=", "!="],
  ["<", ">"],
  ["<=", ">="],
  [">", "<"],
  [">=", "<="],
]);

/** Comparisons of SQL → those that hold where they do not. */
export const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ["=", "!="],
  ["!=", "="],
  ["<", ">="],
  [">=", "<"],
  [">", "<="],
  ["<=", ">"],
  ["IS", "IS NOT"],
  ["IS NOT", "IS"],
  ["IN", "NOT IN"],
  ["NOT IN", "IN"],
  ["LIKE", "NOT LIKE"],
  ["NOT LIKE", "LIKE"],
  ["BETWEEN", "NOT BETWEEN"],
  ["NOT BETWEEN", "BETWEEN"],
]);

/** An identifier in standard quotes, whatever it contains. */
export function quotedIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A string literal of SQL. */
export function stringLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Names and strings in SQL. */
const TOKEN = /"((?:[^"]|"")+)"|'(?:[^']|'')*'/g;

/** SQL with each quoted name in it written as `columnOf` writes it; strings stay as they are. */
export function withColumns(sql: string, columnOf: (name: string) => string): string {
  return sql.replaceAll(TOKEN, (token, name: string | undefined) =>
    name === undefined ? token : columnOf(name.replaceAll('""', '"')),
  );
}
