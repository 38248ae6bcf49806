import type { ClassInfo } from "../classes/classInfo.ts";
import { baseDecorator, mappingDecorator } from "../classes/decorators.ts";
import { memberFromClasses } from "../classes/members.ts";
import { keywordOf } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import type { CallValue, InstanceValue, Value } from "../value.ts";
import { rootKey, rootOf } from "./declarativeRoot.ts";

/** A `MetaData`: tables of one never see those of another. */
export interface MetadataReference {
  readonly key: string;
  /** `MetaData(schema=...)`: the schema of tables and foreign key strings that name none. */
  readonly schema: string | null;
  /** `naming_convention=`, evaluated; null for none. */
  readonly namingConvention: Value | null;
  /** True where it belongs to code outside the workspace, which may put further tables into it. */
  readonly open: boolean;
}

const SQLMODEL: MetadataReference = {
  key: "sqlmodel.SQLModel.metadata",
  schema: null,
  namingConvention: null,
  open: false,
};

/** The schema of a table, null for none: that of the metadata where `schema=` gives none; undefined where it is not known. */
export function tableSchema(given: Value | undefined, ofMetadata: string | null): string | null | undefined {
  // SQLAlchemy takes `schema=None` for an option that is not given; `BLANK_SCHEMA` is how to ask for no schema.
  if (given === undefined || given.kind === "none") return ofMetadata;
  if (given.kind === "string") return given.value;
  return given.kind === "symbol" && given.name === "sqlalchemy.BLANK_SCHEMA" ? null : undefined;
}

/** A class may take its metadata from another one, which may take it from a third. */
const LONGEST_CHAIN = 20;

/** The metadata that a value stands for: a `MetaData`, or the `.metadata` of a base, a registry or a Flask-SQLAlchemy object. */
export function metadataOf(program: Program, value: Value, depth = 0): MetadataReference | null {
  if (depth > LONGEST_CHAIN) return null;
  if (value.kind === "instance") return isMetadataCall(value.call) ? ofCall(value.key, value.call) : null;
  if (value.kind === "symbol") {
    if (value.name === "sqlmodel.SQLModel.metadata") return SQLMODEL;
    return { key: value.name, schema: null, namingConvention: null, open: true };
  }
  if (value.kind !== "attribute" || value.name !== "metadata") return null;
  if (value.of.kind === "instance") return metadataOfInstance(program, value.of, depth + 1);
  if (value.of.kind === "symbol") {
    return metadataOf(program, { ...value.of, name: `${value.of.name}.metadata` }, depth + 1);
  }
  // `db.Model.metadata` is `db.metadata`.
  if (value.of.kind === "attribute" && value.of.name === "Model" && value.of.of.kind === "instance") {
    return metadataOfInstance(program, value.of.of, depth + 1);
  }
  const owner = value.of.kind === "attribute" && value.of.name === "registry" ? value.of.of : value.of;
  if (owner.kind !== "class") return null;
  const info = program.classInfo(owner.key);
  return info === null ? null : metadataOfClass(program, info, depth + 1);
}

function isMetadataCall({ callee }: CallValue): boolean {
  return callee.kind === "symbol" && callee.name === "sqlalchemy.MetaData";
}

/** What a `MetaData(...)` makes that is known as `key`; null for any other call. */
export function metadataOfCall(key: string, call: CallValue): MetadataReference | null {
  return isMetadataCall(call) ? ofCall(key, call) : null;
}

function ofCall(key: string, call: CallValue): MetadataReference {
  const schema = keywordOf(call, "schema")?.value;
  const namingConvention = keywordOf(call, "naming_convention")?.value ?? null;
  return { key, schema: schema?.kind === "string" ? schema.value : null, namingConvention, open: false };
}

/** The metadata of what `declarative_base()`, `registry()`, `SQLAlchemy()` or `generate_base()` made. */
export function metadataOfInstance(program: Program, instance: InstanceValue, depth = 0): MetadataReference {
  return isMetadataCall(instance.call)
    ? ofCall(instance.key, instance.call)
    : metadataOfMaker(program, instance.call, instance.key, depth, isForeign(program, instance));
}

/** Whether an object is of a class of the project that says nothing about its metadata: they may come from anywhere. */
function isForeign(program: Program, instance: InstanceValue): boolean {
  return instance.call.callee.kind === "class" && !program.isFlaskSqlalchemy(instance);
}

/** `call` makes a registry or a base whose identity is `key`. */
function metadataOfMaker(
  program: Program,
  call: CallValue,
  key: string,
  depth: number,
  open = false,
): MetadataReference {
  const own: MetadataReference = { key: `${key}.metadata`, schema: null, namingConvention: null, open };
  const base = modernModelClass(program, call);
  // With a declarative base of SQLAlchemy 2 as its model class, Flask-SQLAlchemy leaves `metadata=` aside.
  if (base !== null) return declaredMetadata(program, base, depth + 1) ?? own;
  const given = keywordOf(call, "metadata")?.value;
  if (given?.kind === "call" && isMetadataCall(given)) return ofCall(own.key, given);
  if (given !== undefined && given.kind !== "none") return metadataOf(program, given, depth + 1) ?? own;
  const made = call.callee.kind === "attribute" && call.callee.name === "generate_base" ? call.callee.of : null;
  if (made?.kind === "instance") return metadataOfInstance(program, made, depth + 1);
  if (made?.kind === "call") return metadataOfMaker(program, made, key, depth + 1);
  const model = keywordOf(call, "cls")?.value ?? keywordOf(call, "model_class")?.value;
  const info = model?.kind === "class" ? program.classInfo(model.key) : null;
  return (info === null ? null : declaredMetadata(program, info, depth + 1)) ?? own;
}

function modernModelClass(program: Program, call: CallValue): ClassInfo | null {
  const model = keywordOf(call, "model_class")?.value;
  const info = model?.kind === "class" ? program.classInfo(model.key) : null;
  const isModern =
    info?.libraries.has("sqlalchemy.orm.DeclarativeBase") ||
    info?.libraries.has("sqlalchemy.orm.DeclarativeBaseNoMeta");
  return isModern ? info : null;
}

/** The metadata that tables of a mapped class go into. */
export function metadataOfClass(program: Program, info: ClassInfo, depth = 0): MetadataReference {
  const declared = declaredMetadata(program, info, depth);
  if (declared !== null) return declared;
  const decorator = mappingDecorator(program, info);
  if (decorator !== null) return metadataOfInstance(program, decorator.registry, depth + 1);
  const root = rootOf(program, info);
  if (root?.kind === "instance") return metadataOfInstance(program, root.instance, depth + 1);
  const base = root?.kind === "class" ? program.classInfo(root.key) : null;
  const maker = base === null ? null : baseDecorator(program, base);
  if (maker?.kind === "instance") return metadataOfInstance(program, maker, depth + 1);
  if (base !== null && maker !== null) return metadataOfMaker(program, maker, base.key, depth + 1);
  if (root?.kind === "library" && root.name === "sqlmodel.SQLModel") return SQLMODEL;
  const open = root?.kind === "library" || root?.kind === "unknown";
  return { key: `${root === null ? info.key : rootKey(root)}.metadata`, schema: null, namingConvention: null, open };
}

/** `metadata = …` or `registry = registry(metadata=…)` in a class body, nearest first. */
function declaredMetadata(program: Program, info: ClassInfo, depth: number): MetadataReference | null {
  const at = { file: info.file, start: info.fact.name.start, end: info.fact.name.end };
  const metadata = memberFromClasses(program, info, "metadata", at);
  if (metadata !== null && metadata.kind !== "unknown") {
    const reference = metadataOf(program, metadata, depth + 1);
    if (reference !== null) return reference;
  }
  for (const owner of info.classes) {
    const registry = owner.fact.arguments.find(({ keyword }) => keyword?.name === "registry");
    if (registry === undefined) continue;
    const value = program.evaluate(registry.value, owner.statementScope);
    if (value.kind === "instance") return metadataOfInstance(program, value, depth + 1);
    if (value.kind === "call") return metadataOfMaker(program, value, `${owner.key}.registry`, depth + 1);
  }
  const registry = memberFromClasses(program, info, "registry", at);
  return registry?.kind === "instance" ? metadataOfInstance(program, registry, depth + 1) : null;
}
