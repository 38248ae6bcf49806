import {
  accept,
  type Cursor,
  endBefore,
  expect,
  kindAhead,
  kindHere,
  missingHere,
  readIdentifier,
  reportHere,
  startHere,
  textHere,
} from "./cursor.ts";
import { readImport, readImportFrom } from "./imports.ts";
import type { Expression, Statement } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";
import { skipTypeParameters } from "./typeParameters.ts";

/**
 * The rest of the line at hand: statements separated by semicolons. Answers whether Python would understand all of it;
 * of what it would not, as much is kept as can be read.
 */
export function readSimpleStatements(cursor: Cursor, body: Statement[]): boolean {
  let isSound = true;
  while (kindHere(cursor) !== Token.END) {
    const before = cursor.at;
    const statement = readSimpleStatement(cursor);
    const isEmpty = cursor.at === before;
    if (accept(cursor, Token.SEMICOLON) || kindHere(cursor) === Token.END) {
      if (!isEmpty) body.push(statement);
      continue;
    }
    isSound = false;
    reportHere(cursor);
    body.push(readJunk(cursor, statement));
    accept(cursor, Token.SEMICOLON);
  }
  return isSound;
}

/** A statement with something behind it that does not belong there. The expressions up to its end are kept. */
function readJunk(cursor: Cursor, statement: Statement): Statement {
  const expressions: Expression[] = [];
  if (statement.kind === "expression" && statement.value.kind !== "missing") expressions.push(statement.value);
  for (let kind = kindHere(cursor); kind !== Token.END && kind !== Token.SEMICOLON; kind = kindHere(cursor)) {
    const before = cursor.at;
    if (Token.startsExpression(kind)) expressions.push(cursor.grammar.readStarredOrNamed(cursor));
    if (cursor.at === before) cursor.at++;
  }
  if (statement.kind !== "expression") return statement;
  return { kind: "other", start: statement.start, end: endBefore(cursor), keyword: "error", expressions };
}

function readSimpleStatement(cursor: Cursor): Statement {
  const kind = kindHere(cursor);
  switch (kind) {
    case Token.NAME:
      return isTypeAlias(cursor) ? readTypeAlias(cursor) : readExpressionStatement(cursor);
    case Token.RETURN: {
      const start = startHere(cursor);
      cursor.at++;
      const value = Token.startsExpression(kindHere(cursor)) ? cursor.grammar.readExpressions(cursor) : null;
      return { kind: "return", start, end: endBefore(cursor), value };
    }
    case Token.IMPORT:
      return readImport(cursor);
    case Token.FROM:
      return readImportFrom(cursor);
    case Token.PASS:
    case Token.BREAK:
    case Token.CONTINUE:
    case Token.RAISE:
    case Token.ASSERT:
    case Token.DEL:
    case Token.GLOBAL:
    case Token.NONLOCAL:
      return readKeywordStatement(cursor, kind);
    default:
      return readExpressionStatement(cursor);
  }
}

function readKeywordStatement(cursor: Cursor, kind: number): Statement {
  const start = startHere(cursor);
  cursor.at++;
  const expressions: Expression[] = [];
  if (kind === Token.GLOBAL || kind === Token.NONLOCAL) {
    while (kindHere(cursor) === Token.NAME || kindHere(cursor) === Token.COMMA) cursor.at++;
  } else if (kind === Token.RAISE || kind === Token.ASSERT || kind === Token.DEL) {
    while (Token.startsExpression(kindHere(cursor))) {
      expressions.push(cursor.grammar.readStarredOrNamed(cursor));
      if (!accept(cursor, kind === Token.RAISE ? Token.FROM : Token.COMMA)) break;
    }
  }
  return { kind: "other", start, end: endBefore(cursor), keyword: Token.keywordText(kind), expressions };
}

/** `type` is a keyword only before a name and an equals sign or type parameters. */
function isTypeAlias(cursor: Cursor): boolean {
  if (kindAhead(cursor, 1) !== Token.NAME || textHere(cursor) !== "type") return false;
  const next = kindAhead(cursor, 2);
  return next === Token.ASSIGN || next === Token.LEFT_BRACKET;
}

function readTypeAlias(cursor: Cursor): Statement {
  const start = startHere(cursor);
  cursor.at++;
  const name = readIdentifier(cursor);
  skipTypeParameters(cursor);
  const value = expect(cursor, Token.ASSIGN) ? cursor.grammar.readNamed(cursor) : missingHere(cursor);
  return { kind: "typeAlias", start, end: endBefore(cursor), name, value };
}

/** An expression alone, or the target of an assignment of any sort. */
function readExpressionStatement(cursor: Cursor): Statement {
  const start = startHere(cursor);
  const first = cursor.grammar.readExpressions(cursor);
  switch (kindHere(cursor)) {
    case Token.ASSIGN: {
      const targets: Expression[] = [];
      let value = first;
      while (accept(cursor, Token.ASSIGN)) {
        targets.push(value);
        value = cursor.grammar.readExpressions(cursor);
      }
      return { kind: "assignment", start, end: endBefore(cursor), targets, value };
    }
    case Token.COLON: {
      cursor.at++;
      const annotation = cursor.grammar.readNamed(cursor);
      const value = accept(cursor, Token.ASSIGN) ? cursor.grammar.readExpressions(cursor) : null;
      return { kind: "annotatedAssignment", start, end: endBefore(cursor), target: first, annotation, value };
    }
    case Token.AUGMENTED_ASSIGN: {
      const operator = textHere(cursor);
      cursor.at++;
      const value = cursor.grammar.readExpressions(cursor);
      return { kind: "augmentedAssignment", start, end: endBefore(cursor), target: first, operator, value };
    }
    default:
      return { kind: "expression", start, end: endBefore(cursor), value: first };
  }
}
