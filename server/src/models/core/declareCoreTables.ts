import type { Program } from "../evaluation/program.ts";
import { type FileDeclarationsDraft, unresolvedGap } from "../fileDeclarations.ts";
import type { Scope, Value } from "../value.ts";
import { isTableCall, readCoreTable } from "./coreTable.ts";

/** Adds the `Table(...)`s that a module binds to names, or makes without binding them. */
export function declareCoreTables(program: Program, file: string, draft: FileDeclarationsDraft): void {
  const names = program.namesOf(file);
  if (names === null) return;
  const scope: Scope = { module: names.module, file, classKey: null, bound: new Map() };
  for (const fact of names.facts.body) {
    if (fact.kind === "assignment" && fact.value?.kind === "call") {
      declare(program, program.evaluate(fact.value, scope), fact.name.name, names.module, draft);
    } else if (fact.kind === "call")
      declare(program, program.evaluate(fact.call, scope), "a table", names.module, draft);
  }
}

function declare(program: Program, value: Value, name: string, module: string, draft: FileDeclarationsDraft): void {
  if (value.kind !== "call" || !isTableCall(value)) return;
  const read = readCoreTable(program, value, module, null);
  if (read === null) {
    draft.unresolved.push({ ...value.at, what: `table ${name}`, why: "its name or metadata is not known" });
    draft.hidden.push(name);
    return;
  }
  draft.tables.push(read.table);
  draft.problems.push(...read.problems);
  draft.unresolved.push(...read.gaps.map(unresolvedGap));
}
