import type { Expression } from "../../python/syntax.ts";
import { childExpressions } from "../../python/traversal.ts";
import { BUILTINS } from "../evaluation/builtins.ts";
import { modelProblem, ofClass } from "../modelProblem.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { ClassInfo } from "./classInfo.ts";

/**
 * The first name that a class body uses though it only annotates it (`kind: Mapped[str]`): Python finds no value for it in
 * the body, and the class cannot be made unless the module has one.
 */
export function unboundName(info: ClassInfo): ModelProblem | null {
  const asWritten = info.names.classes.get(info.key);
  if (asWritten === undefined || info.names.starImports.length > 0) return null;
  const unbound = new Set(
    [...asWritten.annotated.keys()].filter(
      (name) => !asWritten.names.has(name) && !info.names.names.has(name) && !BUILTINS.has(name),
    ),
  );
  if (unbound.size === 0 || info.mro.some(({ kind }) => kind === "unknown")) return null;
  for (const fact of asWritten.fact.body) {
    const expression = fact.kind === "assignment" ? fact.value : fact.kind === "call" ? fact.call : null;
    if (expression === null || fact.when !== "always") continue;
    const used = firstUsed(expression, unbound);
    if (used === null) continue;
    return modelProblem({
      ...ofClass(info),
      code: "other",
      phase: "import",
      exception: "NameError",
      message: `name '${used.name}' is not defined`,
      location: { file: info.file, start: used.start, end: used.end },
      attribute: used.name,
    });
  }
  return null;
}

/** What is evaluated for certain with the class body: no lambda, no comprehension, no operand that may be passed over. */
function firstUsed(expression: Expression, names: ReadonlySet<string>): Extract<Expression, { kind: "name" }> | null {
  const pending: Expression[] = [expression];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    switch (current.kind) {
      case "name":
        if (names.has(current.name)) return current;
        break;
      case "lambda":
      case "comprehension":
      case "conditional":
      case "boolean":
        break;
      default:
        pending.push(...childExpressions(current).toReversed());
    }
  }
  return null;
}
