import type { ClassInfo } from "./classes/classInfo.ts";
import { mappedState } from "./classes/mappedState.ts";
import { declareCoreTables } from "./core/declareCoreTables.ts";
import { declareDeclarative } from "./declarative/declareDeclarative.ts";
import type { Program } from "./evaluation/program.ts";
import type { FileDeclarations, FileDeclarationsDraft } from "./fileDeclarations.ts";
import { declareStatements } from "./imperative/declareStatements.ts";
import { isLibraryFile } from "./libraries/libraries.ts";
import { countsOf, relocateSince } from "./libraries/relocate.ts";
import { classLocation } from "./modelProblem.ts";
import { readImports } from "./readImports.ts";
import { declareSqlModel } from "./sqlmodel/declareSqlModel.ts";
import { checkFieldCalls } from "./sqlmodel/fieldChecks.ts";
import { isSqlModel } from "./sqlmodel/tableFlag.ts";
import { unannotatedFields } from "./sqlmodel/unannotated.ts";

/** Everything one file declares, in source order. */
export function declareFile(program: Program, file: string): FileDeclarations {
  const draft: FileDeclarationsDraft = {
    tables: [],
    classes: [],
    additions: [],
    relationships: [],
    problems: [],
    unresolved: [],
    hidden: [],
    classGaps: [],
  };
  const names = program.namesOf(file);
  for (const key of names?.classes.keys() ?? []) {
    const info = program.classInfo(key);
    if (info === null) continue;
    const before = countsOf(draft);
    draft.problems.push(...checkFieldCalls(program, info));
    if (isSqlModel(info)) {
      draft.problems.push(...unannotatedFields(program, info));
      declareSqlModel(program, info, draft);
    } else if (isDeclarative(program, info)) declareDeclarative(program, info, draft);
    if (info.mro.some((base) => base.kind === "class" && isLibraryFile(base.at.file))) {
      relocateSince(draft, before, classLocation(info));
    }
  }
  declareCoreTables(program, file, draft);
  declareStatements(program, file, draft);
  return { ...draft, ...readImports(program, file) };
}

/** A class whose bases are not all known counts as mapped where it says which table it wants. */
function isDeclarative(program: Program, info: ClassInfo): boolean {
  const state = mappedState(program, info.key);
  if (state !== "possibly") return state === "mapped";
  return info.indexed.names.has("__tablename__") || info.indexed.names.has("__table__");
}
