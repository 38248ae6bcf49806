import type { ClassInfo } from "./classes/classInfo.ts";
import { isAbstractConcrete, mappedState } from "./classes/mappedState.ts";
import { unboundName } from "./classes/unboundName.ts";
import { isTableCall } from "./core/coreTable.ts";
import { declareDeclarative, noteAbstractConcrete } from "./declarative/declareDeclarative.ts";
import { isExecuted } from "./evaluation/conditions.ts";
import type { ModuleNames } from "./evaluation/moduleNames.ts";
import type { Program } from "./evaluation/program.ts";
import type { ClassFact } from "./fact.ts";
import { emptyDraft, type FileDeclarations, type FileDeclarationsDraft } from "./fileDeclarations.ts";
import { declareStatement } from "./imperative/declareStatement.ts";
import { noteDecoratedListener } from "./imperative/listeners.ts";
import { noteUncalledMapping } from "./imperative/mappingFunctions.ts";
import { isLibraryFile } from "./libraries/libraries.ts";
import { countsOf, relocateSince } from "./libraries/relocate.ts";
import { classLocation } from "./modelProblem.ts";
import { readImports } from "./readImports.ts";
import { declareSqlModel } from "./sqlmodel/declareSqlModel.ts";
import { checkFieldCalls } from "./sqlmodel/fieldChecks.ts";
import { isSqlModel } from "./sqlmodel/tableFlag.ts";
import { unannotatedFields } from "./sqlmodel/unannotated.ts";
import type { Scope } from "./value.ts";

/** Everything one file declares, in source order. */
export function declareFile(program: Program, file: string): FileDeclarations {
  const draft = emptyDraft();
  const names = program.namesOf(file);
  if (names === null) return { ...draft, ...readImports(program, file) };
  const scope: Scope = { module: names.module, file, classKey: null, bound: new Map() };
  for (const fact of names.facts.body) {
    if (fact.when === "typeChecking" || isExecuted(program, fact, scope) === false) continue;
    if (fact.kind === "class") {
      if (!isFallback(fact, names)) declareClass(program, fact, names, draft);
    } else if (fact.kind === "function") {
      noteDecoratedListener(program, fact, scope, draft);
      noteUncalledMapping(fact, names.facts.body, scope, draft);
    } else if (fact.kind === "assignment" || fact.kind === "attributeAssignment" || fact.kind === "call") {
      declareStatement(program, fact, scope, draft);
    }
  }
  return { ...draft, ...readImports(program, file) };
}

/** A class of an `except` branch is not there where the `try` defines it. */
function isFallback(fact: ClassFact, names: ModuleNames): boolean {
  if (fact.when !== "fallback") return false;
  const bindings = names.names.get(fact.name.name) ?? [];
  return bindings.some(({ kind, when }) => kind === "class" && when !== "fallback");
}

/** Core tables may be kept in the body of a mapped class as well, which is made after them. */
function declareTablesBeside(program: Program, info: ClassInfo, draft: FileDeclarationsDraft): void {
  for (const fact of info.fact.body) {
    if (fact.kind !== "assignment" || fact.value?.kind !== "call" || fact.name.name === "__table__") continue;
    const value = program.evaluate(fact.value, info.scope);
    if (value.kind === "call" && isTableCall(value)) declareStatement(program, fact, info.scope, draft);
  }
}

/** They may be kept in the body of a class that is not mapped. */
function declareTablesOf(program: Program, info: ClassInfo, draft: FileDeclarationsDraft): void {
  for (const fact of info.fact.body) {
    if (fact.kind === "assignment" || fact.kind === "call") declareStatement(program, fact, info.scope, draft);
  }
}

/** Classes inside a class body are made before the class itself. */
function declareClass(program: Program, fact: ClassFact, names: ModuleNames, draft: FileDeclarationsDraft): void {
  for (const inner of fact.body) if (inner.kind === "class") declareClass(program, inner, names, draft);
  const key = names.keyOf.get(fact);
  const info = key === undefined ? null : program.classInfo(key);
  if (info === null) return;
  const before = countsOf(draft);
  const unbound = isSqlModel(info) || isDeclarative(program, info) ? unboundName(info) : null;
  if (unbound !== null) draft.problems.push(unbound);
  draft.problems.push(...checkFieldCalls(program, info));
  if (isSqlModel(info)) {
    draft.problems.push(...unannotatedFields(program, info));
    declareTablesBeside(program, info, draft);
    declareSqlModel(program, info, draft);
  } else if (isDeclarative(program, info)) {
    declareTablesBeside(program, info, draft);
    declareDeclarative(program, info, draft);
  } else if (isAbstractConcrete(info)) noteAbstractConcrete(info, draft);
  else declareTablesOf(program, info, draft);
  for (const { name, location, certain } of draft.classes.slice(before.classes)) {
    if (!certain) draft.unresolved.push({ ...location, what: `class ${name}`, why: "it depends on a condition" });
  }
  if (info.classes.some(({ file }) => isLibraryFile(file))) {
    relocateSince(draft, before, classLocation(info));
  }
}

/** A class whose bases are not all known counts as mapped where it has a way to name its table. */
function isDeclarative(program: Program, info: ClassInfo): boolean {
  const state = mappedState(program, info.key);
  if (state !== "possibly") return state === "mapped";
  return info.indexed.names.has("__tablename__") || info.indexed.names.has("__table__");
}
