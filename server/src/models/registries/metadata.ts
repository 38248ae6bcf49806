import type { Base, ClassInfo } from "../classes/classInfo.ts";
import { isMadeBase } from "../classes/decorators.ts";
import { memberFromClasses } from "../classes/members.ts";
import { keywordOf } from "../columns/callReader.ts";
import { callOf } from "../evaluation/callOf.ts";
import type { Program } from "../evaluation/program.ts";
import type { InstanceValue, Value } from "../value.ts";

/** A `MetaData`: tables of one never see those of another. */
export interface MetadataReference {
  readonly key: string;
  /** `MetaData(schema=...)`: the schema of tables and foreign key strings that name none. */
  readonly schema: string | null;
  /** `naming_convention=`, evaluated; null for none. */
  readonly namingConvention: Value | null;
}

const SQLMODEL: MetadataReference = { key: "sqlmodel.SQLModel.metadata", schema: null, namingConvention: null };

/** A class may take its metadata from another one, which may take it from a third. */
const LONGEST_CHAIN = 20;

/** The metadata that a value stands for: a `MetaData`, or the `.metadata` of a base, a registry or a Flask-SQLAlchemy object. */
export function metadataOf(program: Program, value: Value, depth = 0): MetadataReference | null {
  if (depth > LONGEST_CHAIN) return null;
  if (value.kind === "instance") return isMetadataCall(value) ? ofCall(value.key, value) : null;
  if (value.kind === "symbol") {
    if (value.name === "sqlmodel.SQLModel.metadata") return SQLMODEL;
    return { key: value.name, schema: null, namingConvention: null };
  }
  if (value.kind !== "attribute" || value.name !== "metadata") return null;
  if (value.of.kind === "instance") return metadataOfInstance(program, value.of, depth + 1);
  if (value.of.kind === "symbol")
    return metadataOf(program, { ...value.of, name: `${value.of.name}.metadata` }, depth + 1);
  if (value.of.kind !== "class") return null;
  const info = program.classInfo(value.of.key);
  return info === null ? null : metadataOfClass(program, info, depth + 1);
}

function isMetadataCall({ call }: InstanceValue): boolean {
  return call.callee.kind === "symbol" && call.callee.name === "sqlalchemy.MetaData";
}

function ofCall(key: string, value: InstanceValue): MetadataReference {
  const schema = keywordOf(value.call, "schema")?.value;
  const namingConvention = keywordOf(value.call, "naming_convention")?.value ?? null;
  return { key, schema: schema?.kind === "string" ? schema.value : null, namingConvention };
}

/** The metadata of what `declarative_base()`, `registry()`, `SQLAlchemy()` or `generate_base()` made. */
export function metadataOfInstance(program: Program, instance: InstanceValue, depth = 0): MetadataReference {
  const { call, key } = instance;
  if (isMetadataCall(instance)) return ofCall(key, instance);
  const given = keywordOf(call, "metadata")?.value;
  const own: MetadataReference = { key: `${key}.metadata`, schema: null, namingConvention: null };
  if (given !== undefined && given.kind !== "none") return metadataOf(program, given, depth + 1) ?? own;
  const made = call.callee.kind === "attribute" && call.callee.name === "generate_base" ? call.callee.of : null;
  if (made?.kind === "instance") return metadataOfInstance(program, made, depth + 1);
  const model = keywordOf(call, "cls")?.value ?? keywordOf(call, "model_class")?.value;
  if (model?.kind === "class") {
    const info = program.classInfo(model.key);
    const inherited = info === null ? null : declaredMetadata(program, info, depth + 1);
    if (inherited !== null) return inherited;
  }
  return own;
}

/** The metadata that tables of a mapped class go into. */
export function metadataOfClass(program: Program, info: ClassInfo, depth = 0): MetadataReference {
  const declared = declaredMetadata(program, info, depth);
  if (declared !== null) return declared;
  const root = info.mro.findLast((base) => base.kind !== "class" || isDeclarativeRoot(program, base));
  if (root === undefined) return { key: `${info.key}.metadata`, schema: null, namingConvention: null };
  switch (root.kind) {
    case "class":
      return { key: `${root.key}.metadata`, schema: null, namingConvention: null };
    case "instance":
      return metadataOfInstance(program, root.instance, depth + 1);
    case "library":
      return root.name === "sqlmodel.SQLModel"
        ? SQLMODEL
        : { key: `${root.name}.metadata`, schema: null, namingConvention: null };
    case "unknown":
      return { key: `${root.at.file}:${root.at.start}`, schema: null, namingConvention: null };
  }
}

/** `metadata = …` or `registry = registry(metadata=…)` in a class body, nearest first. */
function declaredMetadata(program: Program, info: ClassInfo, depth: number): MetadataReference | null {
  const at = { file: info.file, start: info.fact.name.start, end: info.fact.name.end };
  const metadata = memberFromClasses(program, info, "metadata", at);
  if (metadata !== null && metadata.kind !== "unknown") {
    const reference = metadataOf(program, metadata, depth + 1);
    if (reference !== null) return reference;
  }
  for (const base of info.mro) {
    const owner = base.kind === "class" ? program.classInfo(base.key) : null;
    const registry = owner?.fact.arguments.find(({ keyword }) => keyword?.name === "registry");
    if (owner === null || registry === undefined) continue;
    const value = program.evaluate(registry.value, { ...owner.scope, classKey: null });
    if (value.kind === "instance") return metadataOfInstance(program, value, depth + 1);
  }
  const registry = memberFromClasses(program, info, "registry", at);
  return registry?.kind === "instance" && callOf(registry) !== null
    ? metadataOfInstance(program, registry, depth + 1)
    : null;
}

const DECLARATIVE_ROOTS: ReadonlySet<string> = new Set([
  "sqlalchemy.orm.DeclarativeBase",
  "sqlalchemy.orm.DeclarativeBaseNoMeta",
]);

/** Whether a class is a declarative base itself: `class Base(DeclarativeBase)`, `metaclass=DeclarativeMeta`, `@as_declarative()`. */
export function isDeclarativeRoot(program: Program, base: Base): boolean {
  if (base.kind !== "class") return false;
  const info = program.classInfo(base.key);
  if (info === null) return false;
  if (info.bases.some((direct) => direct.kind === "library" && DECLARATIVE_ROOTS.has(direct.name))) return true;
  const metaclass = info.fact.arguments.find(({ keyword }) => keyword?.name === "metaclass");
  if (metaclass !== undefined) {
    const value = program.evaluate(metaclass.value, { ...info.scope, classKey: null });
    if (value.kind === "symbol" && value.name === "sqlalchemy.orm.DeclarativeMeta") return true;
  }
  return isMadeBase(program, info);
}
