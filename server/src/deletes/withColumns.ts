/** Names and strings in SQL. */
const TOKEN = /"((?:[^"]|"")+)"|'(?:[^']|'')*'/g;

/** SQL with each quoted name in it written as `columnOf` writes it. */
export function withColumns(sql: string, columnOf: (name: string) => string): string {
  return sql.replaceAll(TOKEN, (token, name: string | undefined) =>
    name === undefined ? token : columnOf(name.replaceAll('""', '"')),
  );
}
