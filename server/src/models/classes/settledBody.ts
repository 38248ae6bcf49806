import type { Gap } from "../declaredTable.ts";
import { isExecuted } from "../evaluation/conditions.ts";
import { type IndexedClass, namesInBody } from "../evaluation/moduleNames.ts";
import type { Program } from "../evaluation/program.ts";
import { sameValue } from "../evaluation/sameValue.ts";
import type { AssignmentFact, Fact, FunctionFact } from "../fact.ts";
import type { Scope } from "../value.ts";

/** A class body as far as its branches are decided, and the attributes that they leave open. */
export interface SettledBody {
  readonly indexed: IndexedClass;
  readonly open: readonly Gap[];
}

/**
 * Decides the branches of a class body: what does not run is left out, what runs counts as if it stood outside. An
 * attribute that differs between branches, or is there in one of them only, is left out as well and is given as open.
 */
export function settleBody(program: Program, indexed: IndexedClass, scope: Scope): SettledBody {
  const { fact } = indexed;
  if (fact.body.every(({ when }) => when === "always")) return { indexed, open: [] };
  const body = fact.body.filter((inner) => isExecuted(program, inner, scope) !== false);
  const doubtful = new Map<string, Attribute[]>();
  const settled: Fact[] = [];
  for (const inner of body) {
    const decided = isDecided(program, inner, scope);
    if (isAttribute(inner)) {
      const { name } = inner.name;
      const earlier = doubtful.get(name) ?? [];
      if (decided) doubtful.delete(name);
      else if (inner.when !== "fallback" || !isBound(settled, name)) doubtful.set(name, [...earlier, inner]);
      if (!decided) continue;
    }
    settled.push(inner.when === "always" ? inner : { ...inner, when: "always" });
  }
  const open: Gap[] = [];
  const dropped = new Set<string>();
  for (const [name, alternatives] of doubtful) {
    const last = alternatives.at(-1);
    if (last === undefined) continue;
    if (areExhaustive(alternatives) && alternatives.every((each) => isSame(program, each, last, scope))) {
      settled.push({ ...last, when: "always" });
      continue;
    }
    dropped.add(name);
    if (isConfiguration(name)) settled.push(unknownAssignment(last));
    else if (mayBeMapped(program, last, scope)) {
      const { start, end } = last.name;
      open.push({ file: scope.file, start, end, what: `attribute ${fact.name.name}.${name}`, why: reasonFor(last) });
    }
  }
  const kept = settled
    .filter((inner) => !isAttribute(inner) || !dropped.has(inner.name.name) || isUnknown(inner))
    .sort((a, b) => a.start - b.start);
  return { indexed: { ...indexed, ...namesInBody(kept), fact: { ...fact, body: kept } }, open };
}

type Attribute = AssignmentFact | FunctionFact;

function isAttribute(fact: Fact): fact is Attribute {
  return fact.kind === "assignment" || fact.kind === "function";
}

function isDecided(program: Program, fact: Fact, scope: Scope): boolean {
  if (fact.when === "always") return true;
  return fact.when === "sometimes" && isExecuted(program, fact, scope) === true;
}

function isBound(facts: readonly Fact[], name: string): boolean {
  return facts.some((fact) => isAttribute(fact) && fact.name.name === name);
}

/** An `if` and its `else` leave no third way. */
function areExhaustive(alternatives: readonly Attribute[]): boolean {
  const [first, second] = alternatives.map(({ under }) => under ?? []);
  if (alternatives.length !== 2 || first?.length !== 1 || second?.length !== 1) return false;
  return first[0]?.test === second[0]?.test && first[0]?.holds !== second[0]?.holds;
}

function isSame(program: Program, a: Attribute, b: Attribute, scope: Scope): boolean {
  if (a === b) return true;
  if (a.kind !== "assignment" || b.kind !== "assignment") return false;
  return (["annotation", "value"] as const).every((part) => {
    const [left, right] = [a[part], b[part]];
    if (left === null || right === null) return left === right;
    return sameValue(program.evaluate(left, scope), program.evaluate(right, scope));
  });
}

/** `__tablename__`, `__table_args__`, …: that they are there is certain, what they are is not. */
function isConfiguration(name: string): boolean {
  return name.startsWith("__");
}

function unknownAssignment({ name, start, end }: Attribute): AssignmentFact {
  const value = { kind: "missing", start, end } as const;
  return { kind: "assignment", name, annotation: null, value, when: "always", start, end };
}

function isUnknown(fact: Fact): boolean {
  return fact.kind === "assignment" && fact.value?.kind === "missing";
}

/** Constants and loop variables are no columns; everything else may be one. */
function mayBeMapped(program: Program, fact: Attribute, scope: Scope): boolean {
  if (fact.kind === "function") return fact.decorators.length > 0;
  if (fact.annotation !== null) return true;
  if (fact.value === null || fact.value.kind === "missing") return false;
  const { kind } = program.evaluate(fact.value, scope);
  return kind === "call" || kind === "unknown" || kind === "attribute";
}

function reasonFor({ when }: Attribute): string {
  return when === "repeated" ? "it is assigned in a loop" : "it depends on a condition";
}
