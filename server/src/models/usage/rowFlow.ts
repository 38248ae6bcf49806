import type { Expression, FunctionDefinition, Identifier, Import, ImportFrom, Statement } from "../../python/syntax.ts";
import { walkExpression } from "../../python/traversal.ts";
import { itemsOf, type RowSource, type RowVariables, rowSourcesOf, unknownRows } from "./rowSource.ts";

/** Blocks nested deeper than this are left out. */
const deepestBlock = 80;

/** What is told about every expression on the way: what its variables hold there, and where it stands. */
export interface FlowVisitor {
  readonly expression: (expression: Expression, variables: RowVariables, place: FlowPlace) => void;
  readonly function: (definition: FunctionDefinition) => void;
}

export interface FlowPlace {
  /** Imports inside the functions around it, innermost last. */
  readonly imports: readonly (Import | ImportFrom)[];
  /** The names of the exceptions that `try` statements of the same function catch around it. */
  readonly caught: readonly string[];
  /** What the visitor keeps for the rest of the function, or of the module outside of functions. */
  readonly seen: Set<string>;
}

/**
 * Follows what variables may hold through a module, function by function, in source order. Branches are joined, so that a
 * variable holds every source that may reach a place; loops are read once.
 */
export function followRows(statements: readonly Statement[], visitor: FlowVisitor): void {
  followBlock(statements, new Map(), { visitor, imports: [], caught: [], seen: new Set(), depth: 0, classBody: null });
}

interface FlowContext {
  readonly visitor: FlowVisitor;
  readonly imports: (Import | ImportFrom)[];
  readonly caught: readonly string[];
  readonly seen: Set<string>;
  readonly depth: number;
  /** The class whose body the statements are; null elsewhere. */
  readonly classBody: Identifier | null;
}

type Variables = Map<string, readonly RowSource[]>;

function followBlock(statements: readonly Statement[], variables: Variables, context: FlowContext): void {
  if (context.depth > deepestBlock) return;
  for (const statement of statements) followStatement(statement, variables, context);
}

function followStatement(statement: Statement, variables: Variables, context: FlowContext): void {
  const visit = (expression: Expression | null) => {
    if (expression !== null) context.visitor.expression(expression, withComprehensions(expression, variables), context);
  };
  const inner = { ...context, depth: context.depth + 1, classBody: null };
  switch (statement.kind) {
    case "import":
    case "importFrom":
      if (context.depth > 0) context.imports.push(statement);
      return;
    case "class":
      followBlock(statement.body, new Map(variables), { ...inner, classBody: statement.name });
      return;
    case "function": {
      context.visitor.function(statement);
      for (const decorator of statement.decorators) visit(decorator);
      const own: Variables = new Map(variables);
      for (const { name, annotation } of statement.parameters) {
        own.set(name.name, annotation === null ? unknownRows : [{ kind: "annotation", annotation, many: false }]);
      }
      if (context.classBody !== null && own.has("self")) own.set("self", objectOf(context.classBody));
      followBlock(statement.body, own, { ...inner, imports: [...context.imports], caught: [], seen: new Set() });
      return;
    }
    case "assignment":
      visit(statement.value);
      for (const target of statement.targets) bind(target, rowSourcesOf(statement.value, variables), variables);
      return;
    case "annotatedAssignment":
      visit(statement.value);
      bind(statement.target, [{ kind: "annotation", annotation: statement.annotation, many: false }], variables);
      return;
    case "augmentedAssignment":
      visit(statement.value);
      bind(statement.target, unknownRows, variables);
      return;
    case "expression":
      visit(statement.value);
      bindNamed(statement.value, variables);
      return;
    case "return":
      visit(statement.value);
      return;
    case "if":
      visit(statement.test);
      bindNamed(statement.test, variables);
      followBranches([statement.body, statement.otherwise], variables, inner);
      return;
    case "for": {
      visit(statement.iterable);
      const body: Variables = new Map(variables);
      bind(statement.target, itemsOf(rowSourcesOf(statement.iterable, variables)), body);
      followBlock(statement.body, body, inner);
      join([new Map(variables), body], variables);
      followBlock(statement.otherwise, variables, inner);
      return;
    }
    case "while":
      visit(statement.test);
      bindNamed(statement.test, variables);
      followBranches([statement.body, statement.otherwise], variables, inner);
      return;
    case "try":
      followBranches(
        [[], [...statement.body, ...statement.otherwise], ...statement.handlers.map(({ body }) => body)],
        variables,
        inner,
        { ...inner, caught: [...context.caught, ...statement.handlers.flatMap(({ type }) => exceptionNames(type))] },
      );
      followBlock(statement.finally, variables, inner);
      return;
    case "with":
      for (const { context: manager, target } of statement.items) {
        visit(manager);
        if (target !== null) bind(target, unknownRows, variables);
      }
      followBlock(statement.body, variables, inner);
      return;
    case "match":
      visit(statement.subject);
      followBranches([[], ...statement.cases.map(({ body }) => body)], variables, inner);
      return;
    case "other":
      for (const expression of statement.expressions) visit(expression);
      return;
    case "typeAlias":
      return;
  }
}

/** What `self` is in a method; whether the class is mapped is found out when names are resolved. */
function objectOf(className: Identifier): readonly RowSource[] {
  const { name, start, end } = className;
  return [{ kind: "class", named: { kind: "name", name, start, end }, many: false }];
}

/** `IntegrityError` of `except (exc.IntegrityError, ValueError)`. */
function exceptionNames(type: Expression | null): readonly string[] {
  if (type?.kind === "tuple") return type.elements.flatMap(exceptionNames);
  if (type?.kind === "name") return [type.name];
  return type?.kind === "attribute" ? [type.attribute.name] : [];
}

/**
 * Each branch starts from what is known before; a branch that leaves the function does not reach what follows. The second
 * one is the body of a `try` where that has a context of its own.
 */
function followBranches(
  branches: readonly (readonly Statement[])[],
  variables: Variables,
  context: FlowContext,
  second = context,
): void {
  const reaching: Variables[] = [];
  for (const [index, branch] of branches.entries()) {
    const own: Variables = new Map(variables);
    followBlock(branch, own, index === 1 ? second : context);
    if (!leaves(branch)) reaching.push(own);
  }
  if (reaching.length > 0) join(reaching, variables);
}

function leaves(branch: readonly Statement[]): boolean {
  const last = branch.at(-1);
  return last?.kind === "return" || (last?.kind === "other" && ["raise", "continue", "break"].includes(last.keyword));
}

function join(branches: readonly Variables[], into: Variables): void {
  const names = new Set(branches.flatMap((branch) => [...branch.keys()]));
  for (const name of names) {
    const sources = new Set(branches.flatMap((branch) => branch.get(name) ?? []));
    into.set(name, [...sources]);
  }
}

function bind(target: Expression, sources: readonly RowSource[], variables: Variables): void {
  if (target.kind === "name") variables.set(target.name, sources);
  else if (target.kind === "starred") bind(target.value, unknownRows, variables);
  else if (target.kind === "tuple" || target.kind === "list") {
    for (const element of target.elements) bind(element, unknownRows, variables);
  }
}

/** The variables, with those that comprehensions inside an expression bind. */
function withComprehensions(expression: Expression, variables: Variables): Variables {
  let own: Variables | null = null;
  walkExpression(expression, (node) => {
    if (node.kind !== "comprehension") return undefined;
    own ??= new Map(variables);
    for (const { target, iterable } of node.clauses) bind(target, itemsOf(rowSourcesOf(iterable, own)), own);
    return undefined;
  });
  return own ?? variables;
}

/** `if user := session.get(User, 1):`, the walrus at the top of a condition, negated or compared. */
function bindNamed(expression: Expression, variables: Variables): void {
  if (expression.kind === "named") {
    variables.set(expression.target.name, rowSourcesOf(expression.value, variables));
  } else if (expression.kind === "unary") bindNamed(expression.operand, variables);
  else if (expression.kind === "comparison" || expression.kind === "boolean") {
    for (const operand of expression.operands) bindNamed(operand, variables);
  }
}
