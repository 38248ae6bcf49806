import type { Expression } from "../../python/syntax.ts";
import { isAlike } from "../alike.ts";
import { areExhaustive } from "../classAlternatives.ts";
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
    const either = areExhaustive(alternatives) ? eitherOf(program, alternatives, scope) : null;
    if (either !== null) {
      settled.push({ ...either, when: "always" });
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

/** What is known of an attribute that is defined in one of several ways; null where nothing is known, or functions are not the same. */
function eitherOf(program: Program, alternatives: readonly Attribute[], scope: Scope): Attribute | null {
  const [first, ...others] = alternatives;
  if (first?.kind === "function") return others.every((other) => isSameFunction(first, other)) ? first : null;
  if (first?.kind !== "assignment") return null;
  let either: AssignmentFact = first;
  for (const other of others) {
    if (other.kind !== "assignment" || !isSame(program, first.annotation, other.annotation, scope)) return null;
    if (isSame(program, either.value, other.value, scope)) either = other;
    else if (either.value === null || other.value === null) return null;
    else either = { ...other, value: oneOf(either.value, other.value) };
  }
  return either.value !== null && program.evaluate(either.value, scope).kind === "unknown" ? null : either;
}

function isSameFunction({ under: _, ...one }: FunctionFact, { under: __, ...other }: Attribute): boolean {
  return isAlike(one, other);
}

function oneOf(one: Expression, other: Expression): Expression {
  const { start, end } = other;
  // biome-ignore lint/suspicious/noThenProperty: it holds an expression, which nobody awaits
  return { kind: "conditional", test: { kind: "missing", start, end }, then: one, otherwise: other, start, end };
}

function isSame(program: Program, left: Expression | null, right: Expression | null, scope: Scope): boolean {
  if (left === null || right === null) return left === right;
  return sameValue(program.evaluate(left, scope), program.evaluate(right, scope));
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
