import type { ClassInfo } from "../classes/classInfo.ts";
import { baseDecorator, mappingDecorator } from "../classes/decorators.ts";
import { memberFromClasses } from "../classes/members.ts";
import type { Program } from "../evaluation/program.ts";
import { classLocation } from "../modelProblem.ts";
import type { InstanceValue } from "../value.ts";
import { rootKey, rootOf } from "./declarativeRoot.ts";

/** The declarative registry in which a mapped class is known by its name. */
export function registryOfClass(program: Program, info: ClassInfo): string {
  for (const owner of info.classes) {
    const keyword = owner.fact.arguments.find((argument) => argument.keyword?.name === "registry");
    if (keyword === undefined) continue;
    const value = program.evaluate(keyword.value, owner.statementScope);
    return value.kind === "instance" ? value.key : `${owner.key}.registry`;
  }
  const declared = memberFromClasses(program, info, "registry", classLocation(info));
  if (declared?.kind === "instance") return declared.key;
  const decorator = mappingDecorator(program, info);
  if (decorator !== null) return decorator.registry.key;
  const root = rootOf(program, info);
  if (root?.kind === "instance") return registryOfInstance(root.instance);
  const base = root?.kind === "class" ? program.classInfo(root.key) : null;
  const maker = base === null ? null : baseDecorator(program, base);
  if (maker?.kind === "instance") return maker.key;
  return root === null ? info.key : rootKey(root);
}

/** `registry.generate_base()` belongs to its registry; any other object that makes a base is a registry of its own. */
export function registryOfInstance(instance: InstanceValue): string {
  const { callee } = instance.call;
  if (callee.kind === "attribute" && callee.name === "generate_base" && callee.of.kind === "instance")
    return callee.of.key;
  return instance.key;
}
