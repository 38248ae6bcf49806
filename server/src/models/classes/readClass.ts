import { NOTHING_BOUND } from "../evaluation/nothingBound.ts";
import type { Program } from "../evaluation/program.ts";
import type { ClassFact } from "../fact.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { CallValue, Scope, Value } from "../value.ts";
import { type Base, type ClassInfo, identityOf } from "./classInfo.ts";
import { addsNoColumns } from "./libraryBases.ts";
import { merge } from "./methodResolutionOrder.ts";
import { settleBody } from "./settledBody.ts";

/** Longer inheritance chains than this are not followed: they would make the orders of all classes quadratic in size. */
const MOST_BASES = 100;

/** Resolves the bases of a class; null for a key that no file defines. */
export function readClass(program: Program, key: ClassKey): ClassInfo | null {
  const module = key.slice(0, key.indexOf(":"));
  const file = program.modules.fileNamed(module);
  const names = file === null ? null : program.namesOf(file);
  const asWritten = names?.classes.get(key);
  if (file === null || names === null || asWritten === undefined) return null;
  const statementScope: Scope = { module, file, classKey: asWritten.enclosing, bound: NOTHING_BOUND };
  const scope: Scope = { ...statementScope, classKey: key };
  const { indexed, open } = settleBody(program, asWritten, scope);
  const { fact } = indexed;
  const bases: Base[] = [];
  for (const argument of fact.arguments) {
    if (argument.keyword !== null || argument.spread === "**") continue;
    const base = baseOf(program, program.evaluate(argument.value, statementScope), {
      file,
      start: argument.start,
      end: argument.end,
    });
    if (base !== null) bases.push(base);
  }
  const self: Base = { kind: "class", key, at: { file, ...fact.name } };
  const chains = bases.map((base) => chainOf(program, base));
  let mro = [self, ...merge([...chains, bases], identityOf)];
  if (mro.length > MOST_BASES) {
    const tooMany: Base = { kind: "unknown", why: "it has too many base classes", at: self.at };
    mro = [...mro.slice(0, MOST_BASES), tooMany];
  }
  const classes: ClassInfo[] = [];
  const info: ClassInfo = {
    key,
    name: fact.name.name,
    module,
    file,
    fact,
    indexed,
    names,
    scope,
    statementScope,
    bases,
    mro,
    classes,
    open,
    libraries: librariesOf(fact, mro),
  };
  for (const base of mro) {
    const owner = base.kind !== "class" ? null : base.key === key ? info : program.classInfo(base.key);
    if (owner !== null) classes.push(owner);
  }
  return info;
}

/**
 * The library classes of a resolution order. `table=` is a keyword of SQLModel's, so a class that has it below a base that is
 * not known inherits from SQLModel by way of that base.
 */
function librariesOf(fact: ClassFact, mro: readonly Base[]): ReadonlySet<string> {
  const libraries = new Set(mro.flatMap((base) => (base.kind === "library" ? [base.name] : [])));
  const isTable = fact.arguments.some(({ keyword }) => keyword?.name === "table");
  if (
    isTable &&
    mro.some((base) => base.kind === "unknown" || (base.kind === "library" && !addsNoColumns(base.name)))
  ) {
    libraries.add("sqlmodel.SQLModel");
  }
  return libraries;
}

/** The base class behind a value; null where it adds nothing (`object`, `Generic[T]`, `Protocol`). */
function baseOf(program: Program, value: Value, at: Location): Base | null {
  switch (value.kind) {
    case "class":
      return { kind: "class", key: value.key, at };
    case "symbol":
      return PLAIN_BASES.has(value.name) ? null : { kind: "library", name: value.name, value, at };
    case "subscript": {
      const base = baseOf(program, value.of, at);
      return base?.kind === "library" ? { ...base, value } : base;
    }
    case "instance":
      return { kind: "instance", instance: value, at };
    case "attribute":
      if (value.of.kind === "instance" && value.name === "Model") return { kind: "instance", instance: value.of, at };
      return { kind: "unknown", why: "the base class is an attribute that is not known", at };
    case "call":
      return callBase(value, at);
    case "unknown":
      return { kind: "unknown", why: value.why, at };
    default:
      return { kind: "unknown", why: "the base class is not known", at };
  }
}

/** `class Model(declarative_base()):` — the only identity such a base has is the place of the call. */
function callBase(call: CallValue, at: Location): Base {
  if (call.callee.kind === "symbol" && call.callee.name === "sqlalchemy.orm.declarative_base") {
    return { kind: "instance", instance: { kind: "instance", key: `${call.at.file}:${call.at.start}`, call, at }, at };
  }
  return { kind: "unknown", why: "a call makes the base class", at };
}

const PLAIN_BASES: ReadonlySet<string> = new Set(["builtins.object", "typing.Generic", "typing.Protocol", "abc.ABC"]);

/** The method resolution order that a base brings along, itself first. */
function chainOf(program: Program, base: Base): readonly Base[] {
  if (base.kind === "class") return program.classInfo(base.key)?.mro ?? [base];
  if (base.kind === "instance") {
    const model = modelClassOf(program, base.instance.call, base.at);
    return model === null ? [base] : [base, ...chainOf(program, model)];
  }
  return [base];
}

/** `declarative_base(cls=Base)`, `SQLAlchemy(model_class=Base)`: the class that the made base inherits from. */
function modelClassOf(program: Program, call: CallValue, at: Location): Base | null {
  const given = call.keywords.find(({ name }) => name === "cls" || name === "model_class");
  return given === undefined ? null : baseOf(program, given.value, at);
}
