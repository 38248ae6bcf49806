import type { Expression } from "../../python/syntax.ts";
import { walkExpression } from "../../python/traversal.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import type { Step } from "../fact.ts";
import type { ColumnType } from "../schema/column.ts";

/** How a `TypeDecorator` converts stored values when they are loaded (`process_result_value`); null where it does not. */
export function conversionOf(info: ClassInfo): NonNullable<ColumnType["converted"]> | null {
  for (const { indexed } of info.classes) {
    const method = indexed.names.get("process_result_value")?.at(-1);
    if (method?.kind === "function") return (method.steps ?? []).some(readsJson) ? "json" : "otherwise";
  }
  return null;
}

function readsJson(step: Step): boolean {
  switch (step.kind) {
    case "assign":
    case "return":
      return step.value !== null && callsLoads(step.value);
    case "if":
      return [...step.body, ...step.otherwise].some(readsJson);
    default:
      return false;
  }
}

/** `json.loads(value)`, `jsonutils.loads(value)`, `loads(value)`. */
function callsLoads(expression: Expression): boolean {
  let found = false;
  walkExpression(expression, (inner) => {
    if (inner.kind === "call") found ||= calledName(inner.callee) === "loads";
    return found ? "skip" : undefined;
  });
  return found;
}

function calledName(callee: Expression): string | null {
  if (callee.kind === "attribute") return callee.attribute.name;
  return callee.kind === "name" ? callee.name : null;
}
