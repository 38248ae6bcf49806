import type { Argument, Expression, FunctionDefinition, Statement } from "../python/syntax.ts";
import { bind, bindAll, bindUnknown, identifierOf } from "./bindingFacts.ts";
import { boundedExpression } from "./boundedExpression.ts";
import { outcomeOfTest } from "./branches.ts";
import { joinAlternatives } from "./classAlternatives.ts";
import { mayDeclare } from "./declaringCalls.ts";
import type { Condition, Fact, Presence } from "./fact.ts";
import { stepsOf } from "./functionSteps.ts";
import { definedBy, flushEffectOf, longestHelper, mapsClasses } from "./functionText.ts";
import { importFacts } from "./importFacts.ts";

/** Statements nested deeper than this are left out: no model stands there, and every walk stays shallow. */
const DEEPEST_NESTING = 60;

/** The facts of a module or class body, branches flattened, in source order. */
export function factsOfStatements(statements: readonly Statement[], text: string): readonly Fact[] {
  const facts: Fact[] = [];
  collect(statements, { when: "always", depth: 0, body: "module", text, facts });
  return facts;
}

/** Where a statement stands, and where its facts go. */
interface Place {
  readonly when: Presence;
  readonly depth: number;
  readonly body: "module" | "class";
  readonly text: string;
  readonly facts: Fact[];
}

function collect(statements: readonly Statement[], place: Place): void {
  if (place.depth > DEEPEST_NESTING) return;
  for (const statement of statements) collectStatement(statement, place);
}

function below(place: Place, inner: Presence = place.when): Place {
  return { ...place, when: weaker(place.when, inner), depth: place.depth + 1 };
}

/** The facts of a function that maps classes, and of what it needs for that. */
function mappingsOf(statement: FunctionDefinition, place: Place): readonly Fact[] | null {
  if (statement.parameters.length > 0 || place.body === "class" || !mapsClasses(place.text, statement)) return null;
  const facts: Fact[] = [];
  collect(statement.body, { ...place, when: "always", depth: place.depth + 1, facts });
  return facts;
}

function collectStatement(statement: Statement, place: Place): void {
  const { start, end } = statement;
  const { when, facts, text } = place;
  switch (statement.kind) {
    case "import":
    case "importFrom":
      facts.push(...importFacts(statement, when));
      return;
    case "class": {
      const body: Fact[] = [];
      collect(statement.body, { ...place, when: "always", depth: place.depth + 1, body: "class", facts: body });
      facts.push({
        kind: "class",
        name: statement.name,
        decorators: statement.decorators.map(boundedExpression),
        arguments: boundedArguments(statement.arguments),
        body,
        when,
        start,
        end,
      });
      return;
    }
    case "function":
      facts.push({
        kind: "function",
        name: statement.name,
        decorators: statement.decorators.map(boundedExpression),
        parameters: statement.parameters.map((parameter) => ({
          ...parameter,
          annotation: null,
          default: parameter.default === null ? null : boundedExpression(parameter.default),
        })),
        returns: statement.returns === null ? null : boundedExpression(statement.returns),
        steps: stepsOf(statement.body, longestHelper(text, statement)),
        defines: definedBy(text, statement),
        whenFlushed: flushEffectOf(text, statement),
        mappings: mappingsOf(statement, place),
        when,
        start,
        end,
      });
      return;
    case "assignment":
      bindAll(statement.targets, statement.value, when, facts);
      return;
    case "annotatedAssignment": {
      const { target } = statement;
      if (target.kind === "name") {
        facts.push({
          kind: "assignment",
          name: identifierOf(target),
          annotation: boundedExpression(statement.annotation),
          value: statement.value === null ? null : boundedExpression(statement.value),
          when,
          start,
          end,
        });
      } else if (statement.value !== null) bind(target, statement.value, when, facts);
      return;
    }
    case "augmentedAssignment":
      if (statement.target.kind === "name") {
        const { target, operator, value } = statement;
        const sum: Expression = {
          kind: "binary",
          operator: operator.replace(/=$/, ""),
          left: target,
          right: value,
          start,
          end,
        };
        bind(target, sum, when, facts);
      }
      return;
    case "typeAlias":
      bind({ ...statement.name, kind: "name" }, statement.value, when, facts);
      return;
    case "expression": {
      const call = statement.value;
      if (call.kind === "named") bind({ ...call.target, kind: "name" }, call.value, when, facts);
      if (call.kind !== "call") return;
      const changed = call.callee.kind === "attribute" ? call.callee.value : null;
      if (changed?.kind === "name" && changed.name === "__all__") bindUnknown(changed, when, facts);
      if (!mayDeclare(call)) return;
      const bounded = boundedExpression(call);
      if (bounded.kind === "call") facts.push({ kind: "call", call: bounded, when, start, end });
      return;
    }
    case "if": {
      const branches: Fact[] = [];
      collectBranches(statement, { ...place, facts: branches });
      facts.push(...joinAlternatives(branches, when));
      return;
    }
    case "try":
      collect(statement.body, below(place));
      for (const handler of statement.handlers) collect(handler.body, below(place, "fallback"));
      collect(statement.otherwise, below(place));
      collect(statement.finally, below(place));
      return;
    case "with":
      for (const { target } of statement.items) if (target !== null) bindUnknown(target, when, facts);
      collect(statement.body, below(place));
      return;
    case "for":
      bindUnknown(statement.target, weaker(when, "repeated"), facts);
      collect(statement.body, below(place, "repeated"));
      collectUnder(statement.otherwise, [UNDECIDED], below(place, "sometimes"));
      return;
    case "while":
      collect(statement.body, below(place, "repeated"));
      return;
    case "match":
      for (const { body } of statement.cases) collectUnder(body, [UNDECIDED], below(place, "sometimes"));
      return;
    case "return":
    case "other":
      return;
  }
}

/** An `if` with its `elif`s, which stand nested in one another, walked without recursion along the chain. */
function collectBranches(first: Statement & { kind: "if" }, place: Place): void {
  let statement = first;
  let otherwise = below(place);
  const refused: Condition[] = [];
  for (;;) {
    const outcome = outcomeOfTest(statement.test);
    if (outcome === "true" || outcome === "notTypeChecking") {
      collectUnder(statement.body, refused, otherwise);
      return;
    }
    // Annotations name what a module imports for type checkers only; nothing needs such attributes of a class.
    if (outcome === "typeChecking" && place.body === "module") collect(statement.body, below(place, "typeChecking"));
    if (outcome === "unknown") {
      otherwise = below(place, "sometimes");
      // A chain of many tests is not worth deciding.
      const test = refused.length < LONGEST_CHAIN ? boundedExpression(statement.test) : UNDECIDED.test;
      collectUnder(statement.body, [...refused.slice(0, LONGEST_CHAIN), { test, holds: true }], otherwise);
      refused.push({ test, holds: false });
    }
    const [only] = statement.otherwise;
    if (statement.otherwise.length !== 1 || only === undefined || only.kind !== "if") break;
    statement = only;
  }
  collectUnder(statement.otherwise, refused.slice(0, LONGEST_CHAIN + 1), otherwise);
}

const LONGEST_CHAIN = 8;

/** A condition that nothing can decide: a pattern, the end of a loop. */
const UNDECIDED: Condition = { test: { kind: "missing", start: 0, end: 0 }, holds: true };

/** The facts of a branch, each with the conditions of the branch. */
function collectUnder(statements: readonly Statement[], conditions: readonly Condition[], place: Place): void {
  if (conditions.length === 0) {
    collect(statements, place);
    return;
  }
  const facts: Fact[] = [];
  collect(statements, { ...place, facts });
  for (const fact of facts) place.facts.push({ ...fact, under: [...conditions, ...(fact.under ?? [])] });
}

const STRENGTH: readonly Presence[] = ["always", "sometimes", "repeated", "fallback", "typeChecking"];

function weaker(outer: Presence, inner: Presence): Presence {
  return STRENGTH.indexOf(inner) > STRENGTH.indexOf(outer) ? inner : outer;
}

function boundedArguments(list: readonly Argument[]): readonly Argument[] {
  return list.map((argument) => ({ ...argument, value: boundedExpression(argument.value) }));
}
