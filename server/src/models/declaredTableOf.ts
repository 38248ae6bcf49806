import { declareDeclarative } from "./declarative/declareDeclarative.ts";
import type { DeclaredTable } from "./declaredTable.ts";
import type { Program } from "./evaluation/program.ts";
import { emptyDraft } from "./fileDeclarations.ts";
import type { ClassKey } from "./schema/keys.ts";
import { declareSqlModel } from "./sqlmodel/declareSqlModel.ts";
import { isSqlModel } from "./sqlmodel/tableFlag.ts";

/**
 * The table that a mapped class declares, read from the class alone: what its subclasses and later statements add is not in
 * it. Null for a class that declares none.
 */
export function declaredTableOf(program: Program, key: ClassKey): DeclaredTable | null {
  const info = program.classInfo(key);
  if (info === null) return null;
  const draft = emptyDraft();
  if (isSqlModel(info)) declareSqlModel(program, info, draft);
  else declareDeclarative(program, info, draft);
  return draft.tables.find(({ classKey }) => classKey === key) ?? null;
}
