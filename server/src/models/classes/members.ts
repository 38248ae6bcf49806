import { evaluateBindings } from "../evaluation/bindings.ts";
import { type FoundFunction, findFunction, runFunction } from "../evaluation/functions.ts";
import { type Binding, bindingsFor } from "../evaluation/moduleNames.ts";
import { memberOfClass } from "../evaluation/names.ts";
import { NOTHING_BOUND } from "../evaluation/nothingBound.ts";
import type { Program } from "../evaluation/program.ts";
import { unknown } from "../evaluation/unknown.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";

/** What the first class in the method resolution order that binds `name` binds it to; null where none does. */
export function memberFromClasses(program: Program, info: ClassInfo, name: string, at: Location): Value | null {
  for (const owner of info.classes) {
    const bindings = owner.indexed.names.get(name);
    if (bindings === undefined) {
      if (owner.indexed.annotated.has(name)) return null;
      continue;
    }
    const reaching = bindingsFor(bindings, Number.POSITIVE_INFINITY);
    const [first] = reaching;
    if (first?.kind === "function") return methodValue(program, info.key, owner.key, name, at);
    if (first !== undefined && isModelField(program, info, owner, first)) {
      return { kind: "attribute", of: { kind: "class", key: info.key, at }, name, at };
    }
    const value = evaluateBindings(program, owner.names, reaching, owner.key, name, at);
    return memberOfClass(value, info.key, name, at);
  }
  return null;
}

/** `parent_id: int | None = None` in a SQLModel class: the class attribute is the column, not the default. */
function isModelField(program: Program, info: ClassInfo, owner: ClassInfo, binding: Binding): boolean {
  if (binding.kind !== "assignment" || binding.annotation === null) return false;
  if (binding.name.name.startsWith("_") || !info.libraries.has("sqlmodel.SQLModel")) return false;
  const { annotation } = binding;
  const head = program.evaluate(annotation.kind === "subscript" ? annotation.value : annotation, owner.scope);
  return !(head.kind === "symbol" && head.name === "typing.ClassVar");
}

/** A `declared_attr` or class property gives what it returns for the class it is read from; other methods are functions. */
function methodValue(program: Program, cls: ClassKey, owner: ClassKey, name: string, at: Location): Value {
  const key = `${owner}.${name}`;
  const found = findFunction(program, key);
  if (found === null || !isDeclaredAttribute(program, found)) return { kind: "function", key, of: cls, at };
  const returned = runDeclaredAttribute(program, key, cls, at);
  return memberOfClass(returned, cls, name, at);
}

/** What a `declared_attr` method returns for a class. */
export function runDeclaredAttribute(program: Program, key: string, cls: ClassKey, at: Location): Value {
  const found = findFunction(program, key);
  const nothing = unknown("the method could not be followed", at);
  if (found === null) return nothing;
  const [first] = found.fact.parameters;
  const bound = new Map<string, Value>();
  if (first !== undefined) bound.set(first.name.name, { kind: "class", key: cls, at });
  return runFunction(program, found, bound, nothing);
}

/** The decorators under which a method is an attribute of the class. */
const DECLARED_ATTRIBUTES: ReadonlySet<string> = new Set([
  "sqlalchemy.orm.declared_attr",
  "sqlalchemy.orm.declared_attr.directive",
  "sqlalchemy.orm.declared_attr.cascading",
  "sqlalchemy.util.classproperty",
  "sqlalchemy.util.langhelpers.classproperty",
]);

export function isDeclaredAttribute(program: Program, found: FoundFunction): boolean {
  return decoratorNames(program, found).some((name) => DECLARED_ATTRIBUTES.has(name));
}

/** Whether reading a method from an object runs it. */
export function isProperty(program: Program, found: FoundFunction): boolean {
  const names = decoratorNames(program, found);
  return names.length === 1 && (names[0] === "builtins.property" || names[0] === "functools.cached_property");
}

function decoratorNames(program: Program, { fact, module, file, owner }: FoundFunction): readonly string[] {
  const scope = { module, file, classKey: owner, bound: NOTHING_BOUND };
  return fact.decorators.map((decorator) => {
    const value = program.evaluate(decorator, scope);
    return value.kind === "symbol" ? value.name : "";
  });
}

/** `@declared_attr.cascading` runs for every subclass, even where a mapped base class has the attribute. */
export function isCascadingAttribute(program: Program, key: string): boolean {
  const found = findFunction(program, key);
  return found !== null && decoratorNames(program, found).includes("sqlalchemy.orm.declared_attr.cascading");
}
