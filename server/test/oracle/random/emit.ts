import type { Files } from "../oracleProcess.ts";
import { emitDeclarative } from "./emitDeclarative.ts";
import { emitSqlmodel } from "./emitSqlmodel.ts";
import type { ModelSet } from "./modelSet.ts";

/** A set of models as Python source, in its style. */
export function emitModels(set: ModelSet): Files {
  return { "models.py": set.style === "sqlmodel" ? emitSqlmodel(set) : emitDeclarative(set) };
}
