import type { Expression, Identifier, Module, Span, Statement } from "../../src/python/syntax.ts";
import { childExpressions, childStatements, statementExpressions } from "../../src/python/traversal.ts";

/**
 * Checks what holds for the tree of any text, valid or not: spans lie in the text and in the span around them, statements
 * follow each other, names are what the text says. Answers the number of nodes; throws an `Error` that says where not.
 */
export function checkTree(module: Module, text: string): number {
  let nodes = 0;
  const pendingExpressions: { readonly node: Expression; readonly around: Span }[] = [];
  const pendingBlocks: { readonly body: readonly Statement[]; readonly around: Span }[] = [
    { body: module.body, around: { start: 0, end: text.length } },
  ];

  const inside = (span: Span, around: Span, what: string) => {
    if (span.start >= around.start && span.start <= span.end && span.end <= around.end) return;
    throw new Error(`${what} ${span.start}:${span.end} is not inside ${around.start}:${around.end}`);
  };

  for (let block = pendingBlocks.pop(); block; block = pendingBlocks.pop()) {
    let last = block.around.start;
    for (const statement of block.body) {
      nodes++;
      inside(statement, { start: last, end: block.around.end }, statement.kind);
      last = statement.kind === "if" ? statement.start : statement.end;
      // Decorators stand before the statement that they belong to.
      for (const node of statementExpressions(statement)) pendingExpressions.push({ node, around: block.around });
      pendingBlocks.push({ body: childStatements(statement), around: statement });
      for (const identifier of identifiersOf(statement)) checkIdentifier(identifier, text);
    }
  }
  for (let pending = pendingExpressions.pop(); pending; pending = pendingExpressions.pop()) {
    const { node, around } = pending;
    nodes++;
    // An expression that is not there is a place behind the token before it, which may be another node's.
    const isNowhere = node.kind === "missing" && node.start === node.end;
    inside(node, isNowhere ? module : around, node.kind);
    if (node.kind === "name") checkIdentifier(node, text);
    if (node.kind === "attribute") checkIdentifier(node.attribute, text);
    if (node.kind === "call") {
      for (const argument of node.arguments) {
        inside(argument, node, "argument");
        if (argument.keyword) checkIdentifier(argument.keyword, text);
      }
    }
    if (node.kind === "string") for (const piece of node.pieces) inside(piece, node, "piece");
    for (const child of childExpressions(node)) pendingExpressions.push({ node: child, around: node });
  }
  for (const error of module.syntaxErrors) inside(error, module, "error");
  return nodes;
}

function identifiersOf(statement: Statement): readonly Identifier[] {
  switch (statement.kind) {
    case "class":
      return [statement.name, ...statement.arguments.flatMap(({ keyword }) => keyword ?? [])];
    case "function":
      return [statement.name, ...statement.parameters.map(({ name }) => name)];
    case "import":
      return statement.names.flatMap(({ alias }) => alias ?? []);
    case "importFrom":
      return statement.names.flatMap(({ name, alias }) => (alias ? [name, alias] : [name]));
    case "typeAlias":
      return [statement.name];
    default:
      return [];
  }
}

function checkIdentifier({ name, start, end }: Identifier, text: string): void {
  const written = text.slice(start, end).normalize("NFKC");
  if (written !== name) throw new Error(`"${name}" is "${written}" at ${start}:${end}`);
}
