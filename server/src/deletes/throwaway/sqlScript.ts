/** Names and texts in quotes, whatever they contain. SQLite reads no further than a NUL. */
const quotedParts = /"(?:[^"\0]|"")*"|'(?:[^'\0]|'')*'/g;

/** What could end a statement, or hide where it ends. */
const boundaries = /[;"'`[\0]|--|\/\*/;

/**
 * One text that executes the statements one after the other. Null where one of them contains text from source code that
 * could end it and begin another one: SQLite may only be given that statement by itself, and then refuses it.
 */
export function asScript(statements: readonly string[]): string | null {
  const isContained = (sql: string) => !boundaries.test(sql.replaceAll(quotedParts, ""));
  return statements.every(isContained) ? statements.join(";\n") : null;
}
