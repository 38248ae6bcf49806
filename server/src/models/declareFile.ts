import type { Program } from "./evaluation/program.ts";
import type { FileDeclarations, FileDeclarationsDraft } from "./fileDeclarations.ts";
import { readImports } from "./readImports.ts";
import { declareSqlModel } from "./sqlmodel/declareSqlModel.ts";
import { checkFieldCalls } from "./sqlmodel/fieldChecks.ts";
import { isSqlModel } from "./sqlmodel/tableFlag.ts";

/** Everything one file declares, in source order. */
export function declareFile(program: Program, file: string): FileDeclarations {
  const draft: FileDeclarationsDraft = {
    tables: [],
    classes: [],
    additions: [],
    relationships: [],
    problems: [],
    unresolved: [],
  };
  const names = program.namesOf(file);
  for (const key of names?.classes.keys() ?? []) {
    const info = program.classInfo(key);
    if (info === null) continue;
    draft.problems.push(...checkFieldCalls(program, info));
    if (isSqlModel(info)) declareSqlModel(program, info, draft);
  }
  return { ...draft, ...readImports(program, file) };
}
