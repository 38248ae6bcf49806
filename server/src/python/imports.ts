import {
  accept,
  type Cursor,
  endBefore,
  expect,
  kindHere,
  nameHere,
  readIdentifier,
  reportHere,
  startHere,
} from "./cursor.ts";
import type { Identifier, Import, ImportFrom } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** `import a.b as c, d`. */
export function readImport(cursor: Cursor): Import {
  const start = startHere(cursor);
  cursor.at++;
  const names: Import["names"][number][] = [];
  while (kindHere(cursor) === Token.NAME) {
    const module = readDottedName(cursor);
    const alias = accept(cursor, Token.AS) ? readIdentifier(cursor) : null;
    names.push({ module, alias });
    if (!accept(cursor, Token.COMMA)) break;
  }
  if (names.length === 0) reportHere(cursor);
  return { kind: "import", start, end: endBefore(cursor), names };
}

/** `from ..a.b import c as d, e`, the names with or without parentheses. */
export function readImportFrom(cursor: Cursor): ImportFrom {
  const start = startHere(cursor);
  cursor.at++;
  let level = 0;
  for (;;) {
    if (accept(cursor, Token.DOT)) level++;
    else if (accept(cursor, Token.ELLIPSIS)) level += 3;
    else break;
  }
  const module = readDottedName(cursor);
  const names: ImportFrom["names"][number][] = [];
  if (expect(cursor, Token.IMPORT)) readImportedNames(cursor, names);
  return { kind: "importFrom", start, end: endBefore(cursor), module, level, names };
}

function readImportedNames(cursor: Cursor, names: ImportFrom["names"][number][]): void {
  if (kindHere(cursor) === Token.STAR) {
    const name: Identifier = { start: startHere(cursor), end: startHere(cursor) + 1, name: "*" };
    cursor.at++;
    names.push({ name, alias: null });
    return;
  }
  const isParenthesised = accept(cursor, Token.LEFT_PARENTHESIS);
  while (kindHere(cursor) === Token.NAME) {
    const name = readIdentifier(cursor);
    const alias = accept(cursor, Token.AS) ? readIdentifier(cursor) : null;
    names.push({ name, alias });
    if (!accept(cursor, Token.COMMA) && !(isParenthesised && kindHere(cursor) === Token.NAME)) break;
  }
  if (names.length === 0) reportHere(cursor);
  if (isParenthesised) expect(cursor, Token.RIGHT_PARENTHESIS);
}

/** Names with dots between them, as one text without the white space that may stand there. */
function readDottedName(cursor: Cursor): string {
  if (kindHere(cursor) !== Token.NAME) return "";
  let dotted = nameHere(cursor);
  cursor.at++;
  while (accept(cursor, Token.DOT)) {
    if (kindHere(cursor) !== Token.NAME) {
      reportHere(cursor);
      break;
    }
    dotted += `.${nameHere(cursor)}`;
    cursor.at++;
  }
  return dotted;
}
