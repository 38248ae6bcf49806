import { calleeName } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import { isDeclarativeRoot } from "../registries/declarativeRoot.ts";
import type { ClassKey } from "../schema/keys.ts";
import { isSqlModel, isTableModel } from "../sqlmodel/tableFlag.ts";
import type { Value } from "../value.ts";
import type { Base, ClassInfo } from "./classInfo.ts";
import { mappingDecorator } from "./decorators.ts";
import { isExternalRoot } from "./externalBases.ts";

/**
 * Whether SQLAlchemy maps a class when it is defined. `possibly`: a base class that is not known may be a declarative base;
 * that it is one is taken for granted where the class, or a class above it, says which table it wants. Classes without a
 * table (mixins, abstract bases, the declarative base itself, read schemas) are `not`.
 */
export type MappedState = "mapped" | "not" | "possibly";

export function mappedState(program: Program, key: ClassKey): MappedState {
  return program.remember<ClassKey, MappedState>(
    program.caches.mappedStates,
    key,
    () => readState(program, key),
    "not",
  );
}

function readState(program: Program, key: ClassKey): MappedState {
  const info = program.classInfo(key);
  if (info === null) return "not";
  if (mappingDecorator(program, info) !== null) return "mapped";
  if (isAbstract(program, info) || isAbstractConcrete(info) || describesColumns(info)) return "not";
  if (isSqlModel(info)) {
    if (isTableModel(program, key) !== true) return "not";
    return info.bases.some((base) => base.kind === "class" && isTableModel(program, base.key) === true)
      ? "not"
      : "mapped";
  }
  const [self, ...others] = info.mro;
  if (self === undefined || isDeclarativeRoot(program, self)) return "not";
  if (others.some((base) => isRoot(program, base))) return "mapped";
  if (!others.some((base) => base.kind === "unknown" || (base.kind === "library" && mayBeRoot(base.name))))
    return "not";
  const below = info.bases.some((base) => base.kind === "class" && mappedState(program, base.key) === "mapped");
  return below || namesItsTable(info) ? "mapped" : "possibly";
}

/** Whether a class says itself which table it wants. What makes a name for every subclass may stand in a mixin. */
function namesItsTable({ indexed }: ClassInfo): boolean {
  return ["__tablename__", "__table__"].some((name) => indexed.names.get(name)?.at(-1)?.kind === "assignment");
}

/** Whether a base is a declarative base: one of the workspace, one that a call made, or a library's. */
export function isRoot(program: Program, base: Base): boolean {
  switch (base.kind) {
    case "class":
      return isDeclarativeRoot(program, base);
    case "instance": {
      const { callee } = base.instance.call;
      if (callee.kind === "symbol") return BASE_MAKERS.has(callee.name);
      if (callee.kind === "attribute") return callee.name === "generate_base" && isRegistry(callee.of);
      return program.isFlaskSqlalchemy(base.instance);
    }
    case "library":
      return isExternalRoot(base.name);
    case "unknown":
      return false;
  }
}

/** A registry that is bound to a name, or one that a function made for this base alone. */
function isRegistry(value: Value): boolean {
  return value.kind === "instance" || (value.kind === "call" && calleeName(value) === "sqlalchemy.orm.registry");
}

const BASE_MAKERS: ReadonlySet<string> = new Set([
  "sqlalchemy.orm.declarative_base",
  "sqlalchemy.ext.automap.automap_base",
  "flask_sqlalchemy.SQLAlchemy",
]);

/** Libraries whose classes are no declarative bases, so that a class of theirs makes no model. */
const WITHOUT_MODELS =
  /^(builtins|typing|abc|enum|collections|dataclasses|pydantic|sqlalchemy|sqlmodel|datetime|json|logging|unittest|threading|string)\./;

function mayBeRoot(name: string): boolean {
  return !WITHOUT_MODELS.test(name);
}

/**
 * A class that SQLAlchemy maps when all are there, to a union of the tables of its subclasses: until then it is a mixin, whose
 * columns they copy. Only the class right below `AbstractConcreteBase` is one.
 */
export function isAbstractConcrete({ bases }: ClassInfo): boolean {
  return bases.some(
    (base) => base.kind === "library" && base.name === "sqlalchemy.ext.declarative.AbstractConcreteBase",
  );
}

/** `class user_columns(User, TypedColumns)`: the types of a table's columns for type checkers (SQLAlchemy 2.1). */
function describesColumns({ bases }: ClassInfo): boolean {
  return bases.some((base) => base.kind === "library" && base.name === "sqlalchemy.TypedColumns");
}

/** Only a class's own `__abstract__` counts; for SQLModel a `registry=` keyword makes a base abstract as well. */
export function isAbstract(program: Program, info: ClassInfo): boolean {
  const binding = info.indexed.names.get("__abstract__")?.at(-1);
  if (binding?.kind === "assignment" && binding.value !== null) {
    const value = program.evaluate(binding.value, info.scope);
    if (value.kind === "boolean") return value.value;
  }
  return isSqlModel(info) && info.fact.arguments.some(({ keyword }) => keyword?.name === "registry");
}
