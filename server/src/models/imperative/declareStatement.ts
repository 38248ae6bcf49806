import type { Expression } from "../../python/syntax.ts";
import { calleeName } from "../columns/callReader.ts";
import { isTableCall, readCoreTable } from "../core/coreTable.ts";
import { callOf } from "../evaluation/callOf.ts";
import { isExecuted } from "../evaluation/conditions.ts";
import type { Program } from "../evaluation/program.ts";
import type { AssignmentFact, AttributeAssignmentFact, CallFact, Fact } from "../fact.ts";
import { type FileDeclarationsDraft, unresolvedGap } from "../fileDeclarations.ts";
import type { Location } from "../schema/keys.ts";
import type { CallValue, Scope, Value } from "../value.ts";
import { appendToTable } from "./appendedItems.ts";
import { assignAttribute, isDeclaring, noteUnknownAttribute } from "./assignedAttributes.ts";
import { attachConstraint, attachesItself } from "./attachedConstraint.ts";
import { noteListenerCall } from "./listeners.ts";
import { declareImperative, mappingRegistry, mapsClass } from "./mapImperatively.ts";
import { declareMappingFunction } from "./mappingFunctions.ts";
import { isTableClass, noteForeignMaker, noteModelMaker } from "./modelMakers.ts";

/**
 * Adds what a statement outside of the classes declares: a Core table, an imperative mapping, an index, a relationship
 * assigned after the class.
 */
export function declareStatement(
  program: Program,
  fact: AssignmentFact | AttributeAssignmentFact | CallFact,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  switch (fact.kind) {
    case "attributeAssignment": {
      const { attribute } = fact;
      const location = { file: scope.file, start: attribute.start, end: attribute.end };
      const target = program.evaluate(fact.target, scope);
      const value = program.evaluate(fact.value, scope);
      const doubt = doubtOf(program, fact, scope);
      assignAttribute(
        program,
        { target, name: attribute.name, location, value, through: "class", doubt },
        scope,
        draft,
      );
      return;
    }
    case "assignment": {
      if (fact.value?.kind !== "call" || !mayDeclare(program, program.evaluate(fact.value.callee, scope))) return;
      const value = program.evaluate(fact.value, scope);
      if (value.kind === "call" && declareCall(program, value, fact, fact.name.name, scope, draft)) return;
      noteModelMaker(
        program,
        program.evaluate(fact.value.callee, scope),
        value,
        fact.name.name,
        placeOf(fact.value, scope),
        draft,
      );
      return;
    }
    case "call": {
      const called = program.evaluate(fact.call.callee, scope);
      if (!mayDeclare(program, called)) {
        noteForeignMaker(program, called, fact.call, scope, draft);
        return;
      }
      if (called.kind === "function" && declareMappingFunction(program, called, draft)) return;
      const value = program.evaluate(fact.call, scope);
      if (value.kind !== "call" || !declareCall(program, value, fact, "a table", scope, draft)) {
        if (value.kind === "call") {
          changeDeclared(program, value, fact, scope, draft);
          noteListenerCall(program, value, draft);
        }
        noteModelMaker(program, called, value, "a call", placeOf(fact.call, scope), draft);
      }
      return;
    }
  }
}

function placeOf({ start, end }: Expression, { file }: Scope): Location {
  return { file, start, end };
}

/** Why it is not certain that a statement runs, once; null where it is. */
function doubtOf(program: Program, fact: Fact, scope: Scope): string | null {
  if (fact.when === "repeated") return "it is assigned in a loop";
  return isExecuted(program, fact, scope) === null ? "it depends on a condition" : null;
}

/** Whether calling this may matter: most calls of a module need not be looked at any further. */
function mayDeclare(program: Program, callee: Value): boolean {
  switch (callee.kind) {
    case "symbol":
      return (
        callee.name.startsWith("sqlalchemy.") || callee.name === "builtins.type" || callee.name === "builtins.setattr"
      );
    case "class":
      return isTableClass(program, callee);
    case "function":
    case "lambda":
    case "attribute":
    case "call":
      return true;
    default:
      return false;
  }
}

/** A call that declares something by itself; false for any other. */
function declareCall(
  program: Program,
  call: CallValue,
  fact: Fact,
  name: string,
  scope: Scope,
  draft: FileDeclarationsDraft,
): boolean {
  if (isTableCall(call)) {
    declareTable(program, call, name, scope, draft);
    const doubt = doubtOf(program, fact, scope);
    if (doubt !== null && fact.when !== "repeated")
      draft.unresolved.push({ ...call.at, what: `table ${name}`, why: doubt });
    return true;
  }
  if (call.callee.kind === "attribute" && call.callee.of.kind === "table" && COPYING.has(call.callee.name)) {
    draft.unresolved.push({ ...call.at, what: `table ${name}`, why: "it is a copy of another table" });
    draft.hidden.push(name);
    return true;
  }
  if (attachesItself(call)) {
    attachConstraint(program, call, doubtOf(program, fact, scope), draft);
    return true;
  }
  const registry = mapsClass(call) ? mappingRegistry(program, call) : null;
  if (registry === null) return false;
  declareImperative(program, call, registry, scope, draft);
  return true;
}

const COPYING: ReadonlySet<string> = new Set(["to_metadata", "tometadata"]);

function declareTable(
  program: Program,
  call: CallValue,
  name: string,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  const read = readCoreTable(program, call, scope.module, null);
  if (read === null) {
    draft.unresolved.push({ ...call.at, what: `table ${name}`, why: "its name or metadata is not known" });
    draft.hidden.push(name);
    return;
  }
  draft.tables.push(read.table);
  draft.problems.push(...read.problems);
  draft.unresolved.push(...read.gaps.map(unresolvedGap));
}

/** `setattr(User, "posts", …)`, `inspect(User).add_property("posts", …)`, `table.append_column(…)`. */
function changeDeclared(
  program: Program,
  call: CallValue,
  fact: CallFact,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  const [first, second, third] = call.arguments;
  if (first === undefined) return;
  const doubt = doubtOf(program, fact, scope);
  if (calleeName(call) === "builtins.setattr" && second !== undefined && third !== undefined) {
    if (second.kind === "string") {
      assignAttribute(
        program,
        { target: first, name: second.value, location: second.at, value: third, through: "class", doubt },
        scope,
        draft,
      );
    } else if (isDeclaring(third)) {
      noteUnknownAttribute(program, first, call.at, "the name of the attribute is not a constant", draft);
    }
  }
  if (call.callee.kind !== "attribute") return;
  appendToTable(program, call.callee, first, scope, draft);
  const target = classOfMapper(call.callee.of);
  if (target === null) return;
  for (const [name, value] of propertiesOf(call.callee.name, first, second)) {
    if (name.kind === "string")
      assignAttribute(
        program,
        { target, name: name.value, location: name.at, value, through: "mapper", doubt },
        scope,
        draft,
      );
  }
}

/** The class of `User.__mapper__`, `inspect(User)` or `class_mapper(User)`; null for anything else. */
function classOfMapper(mapper: Value): Value | null {
  if (mapper.kind === "attribute" && mapper.name === "__mapper__") return mapper.of;
  const call = callOf(mapper);
  return call !== null && MAPPER_OF.has(calleeName(call)) ? (call.arguments[0] ?? null) : null;
}

const MAPPER_OF: ReadonlySet<string> = new Set(["sqlalchemy.inspect", "sqlalchemy.orm.class_mapper"]);

/** What `add_property("posts", …)` or `add_properties({"posts": …})` adds. */
function propertiesOf(method: string, first: Value, second: Value | undefined): readonly (readonly [Value, Value])[] {
  if (method === "add_property") return second === undefined ? [] : [[first, second]];
  if (method !== "add_properties" || first.kind !== "dict") return [];
  return first.entries.map(({ key, value }) => [key, value]);
}
