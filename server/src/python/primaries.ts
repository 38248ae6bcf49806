import { readCallArguments } from "./arguments.ts";
import {
  type Cursor,
  endBefore,
  kindHere,
  missingHere,
  nameHere,
  readIdentifier,
  startHere,
  textHere,
} from "./cursor.ts";
import { readBraces, readList, readParenthesised } from "./displays.ts";
import { readFormattedString } from "./formattedStrings.ts";
import { readStringLiteral } from "./strings.ts";
import { readSubscript } from "./subscripts.ts";
import type { Expression } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** An atom with the attributes, calls and subscripts behind it. */
export function readPrimary(cursor: Cursor): Expression {
  const start = startHere(cursor);
  let value = readAtom(cursor);
  for (;;) {
    switch (kindHere(cursor)) {
      case Token.DOT: {
        cursor.at++;
        const attribute = readIdentifier(cursor);
        value = { kind: "attribute", start, end: endBefore(cursor), value, attribute };
        break;
      }
      case Token.LEFT_PARENTHESIS: {
        const found = readCallArguments(cursor);
        value = { kind: "call", start, end: endBefore(cursor), callee: value, arguments: found };
        break;
      }
      case Token.LEFT_BRACKET: {
        const index = readSubscript(cursor);
        value = { kind: "subscript", start, end: endBefore(cursor), value, index };
        break;
      }
      default:
        return value;
    }
  }
}

function readAtom(cursor: Cursor): Expression {
  const kind = kindHere(cursor);
  const start = startHere(cursor);
  switch (kind) {
    case Token.NAME: {
      const name = nameHere(cursor);
      cursor.at++;
      return { kind: "name", start, end: endBefore(cursor), name };
    }
    case Token.SIMPLE_STRING:
    case Token.STRING:
      return readStringLiteral(cursor) ?? readFormattedString(cursor);
    case Token.FORMATTED_START:
      return readFormattedString(cursor);
    case Token.NUMBER: {
      const text = textHere(cursor);
      cursor.at++;
      return { kind: "number", start, end: endBefore(cursor), text };
    }
    case Token.LEFT_PARENTHESIS:
      return readParenthesised(cursor);
    case Token.LEFT_BRACKET:
      return readList(cursor);
    case Token.LEFT_BRACE:
      return readBraces(cursor);
    case Token.NONE:
      cursor.at++;
      return { kind: "constant", start, end: endBefore(cursor), value: "None" };
    case Token.TRUE:
      cursor.at++;
      return { kind: "constant", start, end: endBefore(cursor), value: "True" };
    case Token.FALSE:
      cursor.at++;
      return { kind: "constant", start, end: endBefore(cursor), value: "False" };
    case Token.ELLIPSIS:
      cursor.at++;
      return { kind: "constant", start, end: endBefore(cursor), value: "..." };
    default:
      return missingHere(cursor);
  }
}
