import type { Program } from "../evaluation/program.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { modelProblem } from "../modelProblem.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { MergedTable } from "../tables/mergeTables.ts";

/**
 * Two tables of one name in one `MetaData`, where both modules are certain to be imported together. A table that is not known
 * completely may be in another schema, or extend the one that exists.
 */
export function duplicateTables(
  program: Program,
  { definitions }: MergedTable,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
): readonly ModelProblem[] {
  const [first, ...others] = definitions;
  if (first === undefined || !first.complete) return [];
  return others.flatMap((table) => {
    if (
      !table.complete ||
      !isCertain(program, first.location) ||
      !isCertain(program, table.location) ||
      table.setting.existing !== "refused" ||
      !areLoadedTogether(program, first.location.file, table.location.file)
    )
      return [];
    const full = table.schema === null ? table.name : `${table.schema}.${table.name}`;
    return [
      modelProblem({
        code: "duplicate-table",
        phase: "import",
        exception: "InvalidRequestError",
        message: `Table '${full}' is already defined for this MetaData instance.  Specify 'extend_existing=True' to redefine options and columns on an existing Table object.`,
        location: table.location,
        related: [{ ...first.location, message: `${full} is defined here first` }],
        classKey: table.classKey,
        className: table.classKey === null ? null : (classes.get(table.classKey)?.name ?? null),
        table: table.key,
      }),
    ];
  });
}

/** Whether some module imports both files, directly or through others, so that both certainly run in one process. */
function areLoadedTogether(program: Program, a: string, b: string): boolean {
  if (a === b) return true;
  for (const file of program.files.keys()) {
    const loaded = reachable(program, file);
    if (loaded.has(a) && loaded.has(b)) return true;
  }
  return false;
}

function reachable(program: Program, from: string): ReadonlySet<string> {
  const reached = new Set<string>([from]);
  for (const file of reached) {
    for (const fact of program.files.get(file)?.body ?? []) {
      if ((fact.kind !== "import" && fact.kind !== "starImport") || fact.when !== "always") continue;
      const module = fact.kind === "import" ? fact.loads : fact.module;
      const found = program.modules.resolve(file, module, fact.level);
      if (found !== null) reached.add(found);
      const name = fact.kind === "import" ? fact.imported : null;
      const submodule =
        name === null ? null : program.modules.resolve(file, module === "" ? name : `${module}.${name}`, fact.level);
      if (submodule !== null) reached.add(submodule);
    }
  }
  return reached;
}

/** Whether the statement at a place runs whenever its module is imported: one of two branches leaves the other out. */
function isCertain(program: Program, { file, start }: Location): boolean {
  const statement = program.files.get(file)?.body.find((fact) => fact.start <= start && start < fact.end);
  return statement?.when === "always";
}
