import type { Expression } from "../../python/syntax.ts";
import { type Annotation, headName, readAnnotation } from "../annotations/annotation.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { valueInClass } from "../classes/valueInClass.ts";
import { calleeName } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import type { AssignmentFact } from "../fact.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { CallValue, Value } from "../value.ts";

/** A pydantic field of a SQLModel class, inherited ones included. */
export interface ModelField {
  readonly name: string;
  /** Without an outer `Annotated`. */
  readonly annotation: Annotation;
  readonly annotationLocation: Location | null;
  /** The `Field(...)` whose database arguments count, null where there is none. */
  readonly call: CallValue | null;
  /** All metadata of `Annotated[...]`. */
  readonly metadata: readonly Value[];
  /** What is assigned, null for a bare annotation. */
  readonly assigned: Value | null;
  readonly location: Location;
  /** The class that declares it. */
  readonly owner: ClassKey;
}

/** Fields in pydantic's order: those of bases first, a redeclared field at the place of the one it replaces. */
export type ModelFields = ReadonlyMap<string, ModelField>;

const NO_FIELDS: ModelFields = new Map();

/** Libraries' base classes that make a class a pydantic model. */
const MODEL_BASES = ["sqlmodel.SQLModel", "pydantic.BaseModel"];

export function isModel(info: ClassInfo): boolean {
  return MODEL_BASES.some((name) => info.libraries.has(name));
}

/** The fields that pydantic collects for a class; none for a class that is no model. */
export function modelFields(program: Program, key: ClassKey): ModelFields {
  return program.remember(program.caches.fields, key, () => collectFields(program, key), NO_FIELDS);
}

function collectFields(program: Program, key: ClassKey): ModelFields {
  const info = program.classInfo(key);
  if (info === null || !isModel(info)) return NO_FIELDS;
  const inherited = new Map<string, ModelField>();
  for (const base of info.bases.toReversed()) {
    if (base.kind === "class") for (const [name, field] of modelFields(program, base.key)) inherited.set(name, field);
  }
  const fields = new Map<string, ModelField>();
  for (const [name, { fact, owner }] of annotatedNames(program, info)) {
    const own = owner.key === info.key;
    const assigned = assignedValue(program, info, name);
    const parent = inherited.get(name);
    if (!own && assigned === null && parent !== undefined) {
      fields.set(name, parent);
      continue;
    }
    const field = fieldOf(program, owner, fact, assigned);
    if (field !== null) fields.set(name, field);
  }
  return fields;
}

interface AnnotatedName {
  readonly fact: AssignmentFact;
  readonly owner: ClassInfo;
}

/** Annotations in the order of pydantic's type hints: from the last class of the resolution order to the first. */
function annotatedNames(program: Program, info: ClassInfo): ReadonlyMap<string, AnnotatedName> {
  const hints = new Map<string, AnnotatedName>();
  for (const owner of info.classes.toReversed()) {
    for (const fact of owner.fact.body) {
      if (fact.kind !== "assignment" || fact.annotation === null) continue;
      const { name } = fact.name;
      if (name.startsWith("_") || name === "model_config") continue;
      if (owner.key === info.key && isRelationship(program, owner, fact)) continue;
      hints.set(name, { fact, owner });
    }
  }
  return hints;
}

/** Most fields have a constant for a default, which need not be evaluated. */
const MAY_BE_RELATIONSHIP: ReadonlySet<Expression["kind"]> = new Set(["call", "conditional", "name"] as const);

/** A class takes its own relationships out of its fields; those of a base stay among the annotations it inherits. */
export function isRelationship(program: Program, owner: ClassInfo, fact: AssignmentFact): boolean {
  if (fact.value === null || !MAY_BE_RELATIONSHIP.has(fact.value.kind)) return false;
  const value = valueInClass(program, owner, fact);
  return value !== null && calleeName(value) === "sqlmodel.Relationship";
}

/** What `getattr(cls, name)` finds: pydantic takes field values off its models, so only the class itself and plain mixins have one. */
function assignedValue(program: Program, info: ClassInfo, name: string): Value | null {
  for (const owner of info.classes) {
    if (owner.key !== info.key && isModel(owner)) continue;
    const binding = owner.indexed.names.get(name)?.at(-1);
    if (binding?.kind === "assignment") return valueInClass(program, owner, binding);
  }
  return null;
}

function fieldOf(program: Program, owner: ClassInfo, fact: AssignmentFact, assigned: Value | null): ModelField | null {
  if (fact.annotation === null) return null;
  const annotation = readAnnotation(program, fact.annotation, owner.scope);
  if (headName(annotation) === "typing.ClassVar") return null;
  const outer = annotation.kind === "annotated" ? annotation : null;
  const metadata = outer?.metadata ?? [];
  const declared = [assigned, ...metadata].find((value) => value !== null && calleeName(value) === "sqlmodel.Field");
  return {
    name: fact.name.name,
    annotation: outer?.type ?? annotation,
    annotationLocation: { file: owner.file, start: fact.annotation.start, end: fact.annotation.end },
    call: declared?.kind === "call" ? declared : null,
    metadata,
    assigned,
    location: { file: owner.file, start: fact.name.start, end: fact.name.end },
    owner: owner.key,
  };
}
