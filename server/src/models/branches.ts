import type { Expression } from "../python/syntax.ts";

/**
 * What an `if` test is known to be when a module is imported by a program that uses today's Python:
 * `typing.TYPE_CHECKING` is false but its branch exists for type checkers, `__name__` is not `"__main__"`.
 */
export type TestOutcome = "true" | "false" | "typeChecking" | "notTypeChecking" | "unknown";

/** The oldest Python that SQLModel and current SQLAlchemy still support, as the minor of 3.x. */
const OLDEST_MINOR = 10;
/** No released Python is as new as this. */
const UNRELEASED_MINOR = 16;

export function outcomeOfTest(test: Expression): TestOutcome {
  switch (test.kind) {
    case "constant":
      return test.value === "True" ? "true" : test.value === "False" || test.value === "None" ? "false" : "unknown";
    case "name":
      return test.name === "TYPE_CHECKING" ? "typeChecking" : "unknown";
    case "attribute":
      return test.attribute.name === "TYPE_CHECKING" ? "typeChecking" : "unknown";
    case "unary":
      return test.operator === "not" ? negate(outcomeOfTest(test.operand)) : "unknown";
    case "comparison":
      return outcomeOfComparison(test.operators[0], test.operands, test.operators.length);
    default:
      return "unknown";
  }
}

function negate(outcome: TestOutcome): TestOutcome {
  switch (outcome) {
    case "true":
      return "false";
    case "false":
      return "true";
    case "typeChecking":
      return "notTypeChecking";
    case "notTypeChecking":
      return "typeChecking";
    case "unknown":
      return "unknown";
  }
}

function outcomeOfComparison(
  operator: string | undefined,
  operands: readonly Expression[],
  operators: number,
): TestOutcome {
  const [left, right] = operands;
  if (operators !== 1 || left === undefined || right === undefined) return "unknown";
  if (left.kind === "name" && left.name === "__name__" && right.kind === "string" && right.value === "__main__") {
    return operator === "==" ? "false" : operator === "!=" ? "true" : "unknown";
  }
  const isVersion =
    (left.kind === "attribute" && left.attribute.name === "version_info") ||
    (left.kind === "name" && left.name === "version_info");
  if (!isVersion || right.kind !== "tuple") return "unknown";
  const [major, minor] = right.elements.map((element) =>
    element.kind === "number" ? Number(element.text) : Number.NaN,
  );
  if (major === undefined || Number.isNaN(major)) return "unknown";
  const atLeast = versionReached(major, minor ?? 0);
  if (atLeast === null) return "unknown";
  if (operator === ">=" || operator === ">") return atLeast ? "true" : "false";
  if (operator === "<" || operator === "<=") return atLeast ? "false" : "true";
  return "unknown";
}

function versionReached(major: number, minor: number): boolean | null {
  if (major < 3) return true;
  if (major > 3 || minor >= UNRELEASED_MINOR) return false;
  return minor <= OLDEST_MINOR ? true : null;
}
