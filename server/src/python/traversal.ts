import type { Argument, Expression, Parameter, Statement } from "./syntax.ts";

/**
 * Walks over trees. Chains such as `a.b().c()`, `1 + 1 + ...` and `elif` nest as deep as they are long, so that walking
 * them by recursion could overflow the stack; these walks keep their own.
 */

/** The expressions directly inside an expression, in the order of the tree's fields. */
export function childExpressions(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "attribute":
    case "starred":
    case "await":
    case "named":
      return [expression.value];
    case "yield":
      return expression.value ? [expression.value] : [];
    case "call":
      return [expression.callee, ...expression.arguments.map(argumentValue)];
    case "subscript":
      return [expression.value, expression.index];
    case "formatted":
      return expression.parts.flatMap((part) => (part.kind === "value" ? [part.expression] : []));
    case "list":
    case "tuple":
    case "set":
      return expression.elements;
    case "dict":
      return expression.entries.flatMap(({ key, value }) => (key ? [key, value] : [value]));
    case "lambda":
      return [...expression.parameters.flatMap(parameterExpressions), expression.body];
    case "conditional":
      return [expression.then, expression.test, expression.otherwise];
    case "binary":
      return [expression.left, expression.right];
    case "unary":
      return [expression.operand];
    case "boolean":
    case "comparison":
      return expression.operands;
    case "comprehension":
      return [
        ...expression.elements,
        ...expression.clauses.flatMap(({ target, iterable, conditions }) => [target, iterable, ...conditions]),
      ];
    case "slice":
      return expression.parts.filter((part) => part !== null);
    case "name":
    case "string":
    case "number":
    case "constant":
    case "missing":
      return [];
  }
}

/** The expressions of a statement itself: of its header or its one line, not of the statements inside it. */
export function statementExpressions(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case "class":
      return [...statement.decorators, ...statement.arguments.map(argumentValue)];
    case "function": {
      const { decorators, parameters, returns } = statement;
      return [...decorators, ...parameters.flatMap(parameterExpressions), ...(returns ? [returns] : [])];
    }
    case "assignment":
      return [...statement.targets, statement.value];
    case "annotatedAssignment":
      return [statement.target, statement.annotation, ...(statement.value ? [statement.value] : [])];
    case "augmentedAssignment":
      return [statement.target, statement.value];
    case "expression":
    case "typeAlias":
      return [statement.value];
    case "return":
      return statement.value ? [statement.value] : [];
    case "if":
    case "while":
      return [statement.test];
    case "for":
      return [statement.target, statement.iterable];
    case "try":
      return statement.handlers.flatMap(({ type }) => (type ? [type] : []));
    case "with":
      return statement.items.flatMap(({ context, target }) => (target ? [context, target] : [context]));
    case "match":
      return [statement.subject, ...statement.cases.flatMap(({ guard }) => (guard ? [guard] : []))];
    case "other":
      return statement.expressions;
    case "import":
    case "importFrom":
      return [];
  }
}

/** The statements directly inside a statement, block after block. */
export function childStatements(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case "class":
    case "function":
    case "with":
      return statement.body;
    case "if":
    case "for":
    case "while":
      return [...statement.body, ...statement.otherwise];
    case "try": {
      const handlers = statement.handlers.flatMap(({ body }) => body);
      return [...statement.body, ...handlers, ...statement.otherwise, ...statement.finally];
    }
    case "match":
      return statement.cases.flatMap(({ body }) => body);
    default:
      return [];
  }
}

/** Visits the expression and all inside it, each before what is inside it. Where `visit` says "skip", nothing inside. */
export function walkExpression(root: Expression, visit: (expression: Expression) => "skip" | undefined): void {
  walk([root], childExpressions, visit);
}

/** Visits the statements and all inside them, each before what is inside it. Where `visit` says "skip", nothing inside. */
export function walkStatements(body: readonly Statement[], visit: (statement: Statement) => "skip" | undefined): void {
  walk(body, childStatements, visit);
}

function walk<Node>(
  roots: readonly Node[],
  childrenOf: (node: Node) => readonly Node[],
  visit: (node: Node) => "skip" | undefined,
): void {
  const pending = roots.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (visit(node) === "skip") continue;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) pending.push(children[index] as Node);
  }
}

function argumentValue(argument: Argument): Expression {
  return argument.value;
}

function parameterExpressions({ annotation, default: initial }: Parameter): Expression[] {
  return [annotation, initial].filter((expression) => expression !== null);
}
