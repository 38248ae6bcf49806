import type { Program } from "./evaluation/program.ts";

/** What a file imports from outside the workspace, as far as models may come from there. */
export interface OutsideImports {
  /** True where a module that belongs to this project, by the look of its name, was not given. */
  readonly missingModules: boolean;
  /** Names imported from other packages. */
  readonly outsideNames: readonly string[];
}

/** Packages that hand out no models. */
const WITHOUT_MODELS =
  /^(sqlmodel|sqlalchemy|typing|typing_extensions|pydantic|__future__|datetime|enum|uuid|decimal)(\.|$)/;

export function readImports(program: Program, file: string): OutsideImports {
  const facts = program.files.get(file);
  const outsideNames: string[] = [];
  let missingModules = false;
  for (const fact of facts?.body ?? []) {
    if (fact.kind !== "import" && fact.kind !== "starImport") continue;
    const module = fact.kind === "import" ? fact.loads : fact.module;
    const imported = fact.kind === "import" ? fact.imported : null;
    if (program.modules.resolve(file, module, fact.level) !== null) continue;
    if (
      imported !== null &&
      program.modules.resolve(file, module === "" ? imported : `${module}.${imported}`, fact.level) !== null
    )
      continue;
    const [top = ""] = module.split(".", 1);
    if (fact.level > 0 || program.modules.isOwnPackage(top)) missingModules = true;
    else if (imported !== null && !WITHOUT_MODELS.test(module)) outsideNames.push(imported);
    else if (fact.kind === "starImport" && !WITHOUT_MODELS.test(module)) missingModules = true;
  }
  return { missingModules, outsideNames };
}
