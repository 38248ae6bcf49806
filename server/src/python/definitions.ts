import { readCallArguments } from "./arguments.ts";
import { readFunctionSuite, readSuite } from "./blocks.ts";
import { accept, type Cursor, expect, kindAhead, kindHere, readIdentifier, reportHere, startHere } from "./cursor.ts";
import { skipToClosing } from "./depth.ts";
import { finishLine, loadLine } from "./logicalLines.ts";
import { readParameters } from "./parameters.ts";
import type { Argument, ClassDefinition, Expression, FunctionDefinition, Parameter, Statement } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";
import { skipTypeParameters } from "./typeParameters.ts";

/**
 * Decorators, one to a line, and the class or function below them. Without such a definition at the same indentation,
 * the decorators are an error statement.
 */
export function readDecorated(cursor: Cursor): Statement {
  const start = startHere(cursor);
  const { column } = cursor;
  const decorators: Expression[] = [];
  while (kindHere(cursor) === Token.AT) {
    cursor.at++;
    decorators.push(cursor.grammar.readNamed(cursor));
    if (kindHere(cursor) !== Token.END) reportHere(cursor);
    finishLine(cursor);
    if (!loadLine(cursor) || cursor.column !== column) break;
  }
  if (cursor.lineIsFresh && cursor.column === column) {
    const kind = kindHere(cursor);
    if (kind === Token.CLASS) return readClass(cursor, decorators);
    if (kind === Token.DEF || (kind === Token.ASYNC && kindAhead(cursor, 1) === Token.DEF)) {
      return readFunction(cursor, decorators);
    }
  }
  return { kind: "other", start, end: cursor.readEnd, keyword: "error", expressions: decorators };
}

/** A class statement. A name that is not there yet is empty, but the class is still a class: its body is no one else's. */
export function readClass(cursor: Cursor, decorators: readonly Expression[]): ClassDefinition {
  const start = startHere(cursor);
  const { column } = cursor;
  cursor.at++;
  const name = readIdentifier(cursor);
  skipTypeParameters(cursor);
  const found: readonly Argument[] = kindHere(cursor) === Token.LEFT_PARENTHESIS ? readCallArguments(cursor) : [];
  const body = readSuite(cursor, column);
  return { kind: "class", start, end: cursor.readEnd, name, decorators, arguments: found, body };
}

/** A function, `async` or not. */
export function readFunction(cursor: Cursor, decorators: readonly Expression[]): FunctionDefinition {
  const start = startHere(cursor);
  const { column } = cursor;
  const isAsync = accept(cursor, Token.ASYNC);
  cursor.at++;
  const name = readIdentifier(cursor);
  skipTypeParameters(cursor);
  let parameters: readonly Parameter[] = [];
  if (expect(cursor, Token.LEFT_PARENTHESIS)) {
    parameters = readParameters(cursor, Token.RIGHT_PARENTHESIS);
    if (!expect(cursor, Token.RIGHT_PARENTHESIS)) {
      skipToClosing(cursor);
      accept(cursor, Token.RIGHT_PARENTHESIS);
    }
  }
  const returns = accept(cursor, Token.ARROW) ? cursor.grammar.readExpressions(cursor) : null;
  const body = readFunctionSuite(cursor, column);
  return { kind: "function", start, end: cursor.readEnd, name, isAsync, decorators, parameters, returns, body };
}
