import type { Files } from "../oracleProcess.ts";
import { emitDeclarative } from "./emitDeclarative.ts";
import { emitSqlmodel } from "./emitSqlmodel.ts";
import type { ModelSet } from "./modelSet.ts";

/** A set of models as Python source, in its style and layout. */
export function emitModels(set: ModelSet): Files {
  return set.style === "sqlmodel" ? emitSqlmodel(set) : emitDeclarative(set);
}

/** All files in one text, each under its name. */
export function sourceText(files: Files): string {
  return Object.entries(files)
    .map(([path, text]) => `# ${path}\n${text}`)
    .join("\n");
}
