import type { Argument, Call, Expression, Statement } from "../python/syntax.ts";
import { boundedExpression } from "./boundedExpression.ts";
import type { Step } from "./fact.ts";
import { hoistPops } from "./hoistedPops.ts";
import { lasting } from "./lasting.ts";

const DEEPEST_NESTING = 8;

/**
 * The steps of a function body that decide what it returns, null where it never returns a value (and so can be no column
 * helper, table name or relationship) or has more than `longest` statements.
 */
export function stepsOf(body: readonly Statement[], longest: number): readonly Step[] | null {
  const budget = { statements: longest + 1 };
  if (!returnsValue(body, DEEPEST_NESTING, budget)) return null;
  return budget.statements > 0 ? lasting(body.flatMap(stepsOfStatement)) : null;
}

function returnsValue(body: readonly Statement[], depth: number, budget: { statements: number }): boolean {
  if (depth === 0) {
    budget.statements = 0;
    return false;
  }
  let returns = false;
  for (const statement of body) {
    if (--budget.statements <= 0) return returns;
    if (statement.kind === "return") returns ||= statement.value !== null;
    else for (const block of blocksOf(statement)) if (returnsValue(block, depth - 1, budget)) returns = true;
  }
  return returns;
}

function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "if":
    case "for":
    case "while":
      return [statement.body, statement.otherwise];
    case "try":
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.otherwise, statement.finally];
    case "with":
      return [statement.body];
    case "match":
      return statement.cases.map(({ body }) => body);
    default:
      return [];
  }
}

function stepsOfStatement(statement: Statement): readonly Step[] {
  switch (statement.kind) {
    case "return": {
      if (statement.value === null) return [{ kind: "return", value: null }];
      const { steps, expression } = hoistPops(statement.value);
      return [...steps, { kind: "return", value: boundedExpression(expression) }];
    }
    case "assignment": {
      const { steps, expression } = hoistPops(statement.value);
      return [...steps, ...statement.targets.flatMap((target) => assignment(target, expression))];
    }
    case "annotatedAssignment": {
      if (statement.value === null) return [];
      const { steps, expression } = hoistPops(statement.value);
      return [...steps, ...assignment(statement.target, expression)];
    }
    case "augmentedAssignment":
      return forget(statement.target);
    case "if": {
      const { steps, expression } = hoistPops(statement.test);
      return [
        ...steps,
        {
          kind: "if",
          test: boundedExpression(expression),
          body: statement.body.flatMap(stepsOfStatement),
          otherwise: statement.otherwise.flatMap(stepsOfStatement),
        },
      ];
    }
    case "expression":
      return statement.value.kind === "call" ? changeWith(statement.value) : [];
    case "import":
      return statement.names.map(({ module, alias }) => {
        const top = module.split(".", 1)[0] ?? module;
        return {
          kind: "import",
          name: alias?.name ?? top,
          module: alias === null ? top : module,
          level: 0,
          imported: null,
        };
      });
    case "importFrom":
      return statement.names.map(({ name, alias }) => {
        const { module, level } = statement;
        return { kind: "import", name: (alias ?? name).name, module, level, imported: name.name };
      });
    case "function":
    case "class":
      return [{ kind: "forget", name: statement.name.name }];
    case "other":
      if (statement.keyword === "del") return [{ kind: "opaque" }];
      return statement.keyword === "raise" ? [{ kind: "raise" }] : [];
    default:
      return [{ kind: "opaque" }];
  }
}

/** A change with what its own arguments change: `items.append(Column(kwargs.pop("type")))`. */
function changeWith(call: Call): readonly Step[] {
  if (call.callee.kind === "attribute" && call.callee.attribute.name === "pop") return change(call);
  const { steps, expression } = hoistPops(call);
  return expression.kind === "call" ? [...steps, ...change(expression)] : steps;
}

/** `kwargs.setdefault("index", True)`, `items.append(item)`: the name stands for what the method leaves. */
function change({ callee, arguments: given }: Call): readonly Step[] {
  if (callee.kind !== "attribute") return [];
  if (callee.value.kind !== "name") return forget(callee.value);
  const list = given.map((argument) => ({ ...argument, value: boundedExpression(argument.value) }));
  return [{ kind: "change", name: callee.value.name, method: callee.attribute.name, arguments: list }];
}

function assignment(target: Expression, value: Expression): readonly Step[] {
  if (target.kind === "name") return [{ kind: "assign", name: target.name, value: boundedExpression(value) }];
  if (target.kind !== "subscript" || target.value.kind !== "name") return forget(target);
  const given = [target.index, value].map((item): Argument => {
    const { start, end } = item;
    return { keyword: null, spread: "", value: boundedExpression(item), start, end };
  });
  return [{ kind: "change", name: target.value.name, method: "__setitem__", arguments: given }];
}

/** `kwargs["x"] = …`, `column.index = …`, `arguments.append(…)`: whatever the name stood for has changed. */
function forget(target: Expression): readonly Step[] {
  switch (target.kind) {
    case "name":
      return [{ kind: "forget", name: target.name }];
    case "attribute":
    case "subscript":
    case "starred":
      return forget(target.value);
    case "tuple":
    case "list":
      return target.elements.flatMap(forget);
    default:
      return [];
  }
}
