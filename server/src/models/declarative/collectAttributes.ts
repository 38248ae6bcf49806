import type { Expression } from "../../python/syntax.ts";
import { headName, readAnnotation } from "../annotations/annotation.ts";
import { annotationScope } from "../classes/annotationScope.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { mappedState } from "../classes/mappedState.ts";
import {
  isCascadingAttribute,
  isDeclaredAttribute,
  memberFromClasses,
  runDeclaredAttribute,
} from "../classes/members.ts";
import { valueInClass } from "../classes/valueInClass.ts";
import { calleeName, keywordOf } from "../columns/callReader.ts";
import { findFunction } from "../evaluation/functions.ts";
import type { Binding } from "../evaluation/moduleNames.ts";
import type { Program } from "../evaluation/program.ts";
import type { AssignmentFact } from "../fact.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { Scope, Value } from "../value.ts";

/** An attribute that SQLAlchemy considers for mapping when it maps a class. */
export interface CollectedAttribute {
  readonly name: string;
  /** Null for a bare `Mapped[...]` annotation. */
  readonly value: Value | null;
  readonly annotation: { readonly expression: Expression; readonly scope: Scope } | null;
  readonly location: Location;
  /** The class whose body holds it: the mapped class, or a mixin. */
  readonly owner: ClassInfo;
  /** True for what a `declared_attr` returned. */
  readonly declared: boolean;
  /** True for a column inside another property, `deferred(mapped_column(...))`, to which the annotation says nothing. */
  readonly inside?: boolean;
}

const MAPPED_CONTAINERS: ReadonlySet<string> = new Set([
  "sqlalchemy.orm.Mapped",
  "sqlalchemy.orm.DynamicMapped",
  "sqlalchemy.orm.WriteOnlyMapped",
  "sqlalchemy.orm.relationship",
  "sqlalchemy.orm.mapped_column",
]);

/** Names that configure the class and are no attributes of it. */
const DUNDER = /^(?:_sa_|__)/;

/** The attributes of a class and its mixins, in the order in which SQLAlchemy collects them. */
export function collectAttributes(program: Program, info: ClassInfo): readonly CollectedAttribute[] {
  const collected = new Map<string, CollectedAttribute>();
  for (const attribute of ownAttributes(program, info)) collected.set(attribute.name, attribute);
  for (const mixin of info.classes.slice(1)) {
    if (mappedState(program, mixin.key) === "mapped") continue;
    for (const attribute of mixinAttributes(program, info, mixin, mixin.key)) {
      const { name, declared } = attribute;
      const own = collected.get(name);
      const repeated = own?.value === null ? own.annotation : null;
      // Where the class repeats the annotation, a column is that of the mixin all the same, in its place there; what a
      // `declared_attr` returns takes the place and the annotation that it has in the class.
      if (!declared && repeated !== null) collected.delete(name);
      collected.set(name, declared && repeated !== null ? { ...attribute, annotation: repeated } : attribute);
    }
  }
  return [...collected.values()];
}

function ownAttributes(program: Program, info: ClassInfo): readonly CollectedAttribute[] {
  return attributeNames(info).flatMap((name) => {
    const binding = info.indexed.names.get(name)?.at(-1);
    const annotated = info.indexed.annotated.get(name) ?? null;
    if (binding === undefined)
      return annotated !== null && isMapped(program, info, annotated) ? [bare(info, annotated)] : [];
    if (binding.kind === "function") return declaredAttribute(program, info, info, name, binding, null) ?? [];
    if (binding.kind !== "assignment" || binding.value === null) return [];
    return [valued(program, info, binding, annotated)];
  });
}

/** The columns of a mixin first, then what its `declared_attr`s return, unless something nearer has the name. */
function mixinAttributes(
  program: Program,
  info: ClassInfo,
  mixin: ClassInfo,
  key: ClassKey,
): readonly CollectedAttribute[] {
  const columns: CollectedAttribute[] = [];
  const others: CollectedAttribute[] = [];
  for (const name of attributeNames(mixin)) {
    const binding = mixin.indexed.names.get(name)?.at(-1);
    const annotated = mixin.indexed.annotated.get(name) ?? null;
    if (binding?.kind === "function") {
      const overridden = isOverridden(program, info, key, name, false);
      if (overridden && !isCascadingAttribute(program, `${mixin.key}.${name}`)) continue;
      const attribute = declaredAttribute(program, info, mixin, name, binding, binding.returns);
      if (attribute !== null) others.push(attribute);
      continue;
    }
    if (isOverridden(program, info, key, name, binding === undefined)) continue;
    if (binding === undefined) {
      if (annotated !== null && isMapped(program, mixin, annotated)) columns.push(bare(mixin, annotated));
    } else if (binding.kind === "assignment" && binding.value !== null) {
      const attribute = valued(program, mixin, binding, annotated);
      if (isColumn(attribute.value)) columns.push(attribute);
      else others.push(attribute);
    }
  }
  return [...columns, ...others];
}

/**
 * Whether `getattr(cls, name)` finds something other than what the mixin has: an earlier class, mapped or not, that has the
 * name. What the mixin has is None where it is `bare`, an annotation only, so that `name = None` overrides nothing.
 */
function isOverridden(program: Program, info: ClassInfo, mixin: ClassKey, name: string, bare: boolean): boolean {
  for (const earlier of info.classes) {
    if (earlier.key === mixin) return false;
    const binding = earlier.indexed.names.get(name)?.at(-1);
    if (binding !== undefined) {
      const value = bare && binding.kind === "assignment" ? valueInClass(program, earlier, binding) : null;
      return value?.kind !== "none";
    }
    if (earlier === info || mappedState(program, earlier.key) !== "mapped") continue;
    if (hasAttribute(earlier, name)) return true;
  }
  return false;
}

/** Whether a mapped class has an attribute, its own or that of a mixin it includes. */
function hasAttribute(info: ClassInfo, name: string): boolean {
  return info.classes.some(({ indexed }) => indexed.names.has(name) || indexed.annotated.has(name));
}

function attributeNames({ indexed }: ClassInfo): readonly string[] {
  return indexed.attributes.filter((name) => !DUNDER.test(name));
}

function bare(owner: ClassInfo, fact: AssignmentFact): CollectedAttribute {
  return {
    name: fact.name.name,
    value: null,
    annotation: annotationOf(owner, fact),
    location: { file: owner.file, start: fact.name.start, end: fact.name.end },
    owner,
    declared: false,
  };
}

function valued(
  program: Program,
  owner: ClassInfo,
  fact: AssignmentFact,
  annotated: AssignmentFact | null,
): CollectedAttribute {
  const value = valueInClass(program, owner, fact);
  const inField = value === null ? null : valueInDataclassField(program, owner, value);
  if (inField !== null) return { ...bare(owner, fact), value: inField, annotation: null };
  return { ...bare(owner, fact), value, annotation: annotated === null ? null : annotationOf(owner, annotated) };
}

/** `field(metadata={"sa": Column(...)})` in a class with `__sa_dataclass_metadata_key__ = "sa"`; null for anything else. */
function valueInDataclassField(program: Program, owner: ClassInfo, field: Value): Value | null {
  if (field.kind !== "call" || calleeName(field) !== "dataclasses.field") return null;
  const key = memberFromClasses(program, owner, "__sa_dataclass_metadata_key__", field.at);
  const metadata = keywordOf(field, "metadata")?.value;
  if (key?.kind !== "string" || metadata?.kind !== "dict") return null;
  return metadata.entries.find((entry) => entry.key.kind === "string" && entry.key.value === key.value)?.value ?? null;
}

function annotationOf(owner: ClassInfo, { annotation }: AssignmentFact): CollectedAttribute["annotation"] {
  return annotation === null ? null : { expression: annotation, scope: annotationScope(owner) };
}

function declaredAttribute(
  program: Program,
  info: ClassInfo,
  owner: ClassInfo,
  name: string,
  binding: Extract<Binding, { kind: "function" }>,
  returns: Expression | null,
): CollectedAttribute | null {
  const key = `${owner.key}.${name}`;
  const found = findFunction(program, key);
  if (found === null || !isDeclaredAttribute(program, found)) return null;
  const location = { file: owner.file, start: binding.name.start, end: binding.name.end };
  return {
    name,
    value: runDeclaredAttribute(program, key, info.key, location),
    annotation: returns === null ? null : { expression: returns, scope: { ...owner.scope, classKey: null } },
    location,
    owner,
    declared: true,
  };
}

function isMapped(program: Program, owner: ClassInfo, fact: AssignmentFact): boolean {
  if (fact.annotation === null) return false;
  return isMappedContainer(headName(readAnnotation(program, fact.annotation, annotationScope(owner))));
}

export function isMappedContainer(name: string): boolean {
  return MAPPED_CONTAINERS.has(name);
}

export function isColumn(value: Value | null): boolean {
  const callee = value === null ? "" : calleeName(value);
  return callee === "sqlalchemy.Column" || callee === "sqlalchemy.orm.mapped_column";
}
