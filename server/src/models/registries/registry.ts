import type { ClassInfo } from "../classes/classInfo.ts";
import { memberFromClasses } from "../classes/members.ts";
import type { Program } from "../evaluation/program.ts";
import { classLocation } from "../modelProblem.ts";
import type { InstanceValue } from "../value.ts";
import { isDeclarativeRoot } from "./metadata.ts";

/** The declarative registry in which a mapped class is known by its name. */
export function registryOfClass(program: Program, info: ClassInfo): string {
  for (const base of info.mro) {
    const owner = base.kind === "class" ? program.classInfo(base.key) : null;
    const keyword = owner?.fact.arguments.find((argument) => argument.keyword?.name === "registry");
    if (owner === null || keyword === undefined) continue;
    const value = program.evaluate(keyword.value, { ...owner.scope, classKey: null });
    return value.kind === "instance" ? value.key : `${owner.key}.registry`;
  }
  const declared = memberFromClasses(program, info, "registry", classLocation(info));
  if (declared?.kind === "instance") return declared.key;
  const root = info.mro.findLast((base) => base.kind !== "class" || isDeclarativeRoot(program, base));
  switch (root?.kind) {
    case "class":
      return root.key;
    case "library":
      return root.name;
    case "instance":
      return registryOfInstance(root.instance);
    case "unknown":
      return `${root.at.file}:${root.at.start}`;
    case undefined:
      return info.key;
  }
}

/** `registry.generate_base()` belongs to its registry; any other object that makes a base is a registry of its own. */
export function registryOfInstance(instance: InstanceValue): string {
  const { callee } = instance.call;
  if (callee.kind === "attribute" && callee.name === "generate_base" && callee.of.kind === "instance")
    return callee.of.key;
  return instance.key;
}
