import type { ClassInfo } from "../classes/classInfo.ts";
import { baseDecorator, mappingDecorator } from "../classes/decorators.ts";
import { memberFromClasses } from "../classes/members.ts";
import { keywordOf } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import { classLocation } from "../modelProblem.ts";
import type { InstanceValue, Value } from "../value.ts";
import { rootKey, rootOf } from "./declarativeRoot.ts";

/** The declarative registry in which a mapped class is known by its name. */
export function registryOfClass(program: Program, info: ClassInfo): string {
  for (const owner of info.classes) {
    const keyword = owner.fact.arguments.find((argument) => argument.keyword?.name === "registry");
    if (keyword === undefined) continue;
    const value = program.evaluate(keyword.value, owner.statementScope);
    return value.kind === "instance" ? registryOfInstance(value) : `${owner.key}.registry`;
  }
  const declared = memberFromClasses(program, info, "registry", classLocation(info));
  if (declared?.kind === "instance") return registryOfInstance(declared);
  const decorator = mappingDecorator(program, info);
  if (decorator !== null) return registryOfInstance(decorator.registry);
  const root = rootOf(program, info);
  if (root?.kind === "instance") return registryOfInstance(root.instance);
  const base = root?.kind === "class" ? program.classInfo(root.key) : null;
  const maker = base === null ? null : baseDecorator(program, base);
  if (maker?.kind === "instance") return registryOfInstance(maker);
  return root === null ? info.key : rootKey(root);
}

/** `registry.generate_base()` belongs to its registry; any other object that makes a base is a registry of its own. */
export function registryOfInstance(instance: InstanceValue): string {
  const { callee } = instance.call;
  if (callee.kind === "attribute" && callee.name === "generate_base" && callee.of.kind === "instance")
    return registryOfInstance(callee.of);
  const names = keywordOf(instance.call, "class_registry")?.value;
  return names === undefined ? instance.key : (sharedNames(names) ?? instance.key);
}

/** `class_registry=names`: bases that are given one dictionary know the classes of each other. */
function sharedNames(names: Value): string | null {
  if (names.kind === "instance") return names.key;
  return names.kind === "dict" ? `${names.at.file}:${names.at.start}` : null;
}
