import { calleeName, keywordOf } from "../columns/callReader.ts";
import { isExecuted } from "../evaluation/conditions.ts";
import type { Program } from "../evaluation/program.ts";
import type { Fact } from "../fact.ts";
import type { CallValue, Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";

/** How those are spelt that may attach themselves; whose they are is decided when names are resolved. */
const SPELT = /^(Index|UniqueConstraint|ForeignKeyConstraint|CheckConstraint)$/;
const ATTACHING: ReadonlySet<string> = new Set([
  "sqlalchemy.Index",
  "sqlalchemy.UniqueConstraint",
  "sqlalchemy.ForeignKeyConstraint",
  "sqlalchemy.CheckConstraint",
]);

/**
 * `Index("ix_name", name)` as a statement of a class body: made of the columns themselves, it goes with them into the table
 * (`ColumnCollectionMixin._check_attach`). One that names columns by strings waits for a table and adds nothing.
 */
export function attachedItems(program: Program, info: ClassInfo): readonly Value[] {
  return info.fact.body.flatMap((fact): readonly Value[] => {
    const call = callIn(fact);
    if (call === null || !SPELT.test(call.spelt)) return [];
    const value = program.evaluate(call.expression, info.scope);
    if (value.kind !== "call" || !ATTACHING.has(calleeName(value)) || !isMadeOfColumns(value)) return [];
    const executed = fact.when === "always" ? true : isExecuted(program, fact, info.scope);
    if (executed === false) return [];
    return executed === true ? [value] : [{ kind: "unknown", why: "it depends on a condition", at: value.at }];
  });
}

function callIn(fact: Fact) {
  const expression = fact.kind === "call" ? fact.call : fact.kind === "assignment" ? fact.value : null;
  if (expression?.kind !== "call") return null;
  const { callee } = expression;
  const spelt = callee.kind === "name" ? callee.name : callee.kind === "attribute" ? callee.attribute.name : "";
  return { expression, spelt };
}

function isMadeOfColumns(call: CallValue): boolean {
  const [first, ...rest] = call.arguments;
  switch (calleeName(call)) {
    case "sqlalchemy.Index":
      return rest.length > 0 && rest.every(isNoText);
    case "sqlalchemy.UniqueConstraint":
      return call.arguments.every(isNoText);
    case "sqlalchemy.CheckConstraint":
      return first !== undefined && isNoText(first);
    default: {
      const columns = first ?? keywordOf(call, "columns")?.value;
      return (columns?.kind === "list" || columns?.kind === "tuple") && columns.items.every(isNoText);
    }
  }
}

function isNoText({ kind }: Value): boolean {
  return kind !== "string";
}
