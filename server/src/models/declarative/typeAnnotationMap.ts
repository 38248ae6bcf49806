import { type Annotation, headName } from "../annotations/annotation.ts";
import { enumTypeOf, PYTHON_TYPES, typeNames } from "../annotations/pythonTypes.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { mappingDecorator } from "../classes/decorators.ts";
import { memberFromClasses } from "../classes/members.ts";
import { calleeName, keywordOf } from "../columns/callReader.ts";
import { columnType, UNKNOWN_TYPE } from "../columns/columnTypes.ts";
import { enumOf, enumType, textsOf } from "../columns/enumType.ts";
import type { Program } from "../evaluation/program.ts";
import { sameValue } from "../evaluation/sameValue.ts";
import { classLocation } from "../modelProblem.ts";
import type { ColumnType } from "../schema/column.ts";
import type { DictValue, Value } from "../value.ts";
import { shownGeneric } from "./shownType.ts";

/** The `type_annotation_map` of a declarative base, null for none; `unknown` where there is one that cannot be read. */
export type TypeAnnotationMap = DictValue | "unknown" | null;

/** The map that applies to a class: its base's attribute, else that of its registry. */
export function typeAnnotationMap(program: Program, info: ClassInfo): TypeAnnotationMap {
  return program.remember<ClassInfo["key"], TypeAnnotationMap>(
    program.caches.annotationMaps,
    info.key,
    () => {
      const at = classLocation(info);
      const declared = memberFromClasses(program, info, "type_annotation_map", at) ?? registryMap(program, info);
      if (declared === null || declared.kind === "none") return null;
      return declared.kind === "dict" && declared.complete ? declared : "unknown";
    },
    null,
  );
}

function registryMap(program: Program, info: ClassInfo): Value | null {
  const registry = memberFromClasses(program, info, "registry", classLocation(info));
  const made = info.mro.findLast((base) => base.kind === "instance");
  const decorator = mappingDecorator(program, info)?.registry ?? null;
  const found = [registry, decorator].find((each) => each?.kind === "instance");
  const call = found?.kind === "instance" ? found.call : made?.kind === "instance" ? made.instance.call : null;
  if (call === null) return null;
  const given = keywordOf(call, "type_annotation_map")?.value;
  if (given !== undefined) return given;
  // `mapper_registry.generate_base()`.
  const owner = call.callee.kind === "attribute" ? call.callee.of : null;
  const maker = owner?.kind === "instance" ? owner.call : owner?.kind === "call" ? owner : null;
  return maker === null ? null : (keywordOf(maker, "type_annotation_map")?.value ?? null);
}

/** A type, or the error that SQLAlchemy raises instead. */
export type MappedType =
  | { readonly kind: "type"; readonly type: ColumnType }
  | { readonly kind: "error"; readonly shown: string }
  | { readonly kind: "unknown"; readonly why: string };

/**
 * The column type for what stands inside `Mapped[...]`. `wholeValue` is the annotation as a value, which a map may have as
 * a key (`Annotated[str, 50]`).
 */
export function mappedType(
  program: Program,
  info: ClassInfo,
  annotation: Annotation,
  wholeValue: () => Value | null,
): MappedType {
  const map = typeAnnotationMap(program, info);
  if (map === "unknown") return { kind: "unknown", why: "the type_annotation_map is not known" };
  const key = map === null ? null : wholeValue();
  const whole = map === null || key === null ? null : lookup(program, map, key);
  if (whole !== null) return { kind: "type", type: whole };
  const found = typeOf(program, map, annotation);
  // `typing.List` prints otherwise than `list`, which it stands for here.
  const printsAlike = annotation.kind !== "generic" || !info.classes.some(importsTyping);
  return found.kind === "error" && !printsAlike ? { kind: "unknown", why: "its type has no column type" } : found;
}

function importsTyping({ names: { names } }: ClassInfo): boolean {
  return ["typing", "t", "List", "Dict", "Set", "Tuple", "FrozenSet"].some((name) => names.has(name));
}

function typeOf(program: Program, map: DictValue | null, annotation: Annotation): MappedType {
  switch (annotation.kind) {
    case "unknown":
      return annotation;
    case "none":
      return { kind: "error", shown: "<class 'NoneType'>" };
    case "annotated": {
      const found = map === null ? null : lookup(program, map, annotation.whole);
      return found === null ? typeOf(program, map, annotation.type) : { kind: "type", type: found };
    }
    case "union": {
      const types = annotation.members.filter(({ kind }) => kind !== "none");
      const [only] = types;
      return types.length === 1 && only !== undefined
        ? typeOf(program, map, only)
        : { kind: "unknown", why: "a union of several types" };
    }
    case "generic": {
      const found =
        map === null
          ? null
          : (lookup(program, map, {
              ...annotation,
              kind: "subscript",
              of: annotation.origin,
              items: annotation.values,
              at: annotation.origin.at,
            }) ?? lookup(program, map, annotation.origin));
      if (found !== null) return { kind: "type", type: found };
      if (headName(annotation) === "typing.Literal") return { kind: "type", type: literalType(annotation.values) };
      const shown = shownGeneric(annotation);
      return shown === null
        ? { kind: "unknown", why: "its type is not in the type_annotation_map" }
        : { kind: "error", shown };
    }
    case "type":
      return typeOfClass(program, map, annotation.value);
  }
}

function typeOfClass(program: Program, map: DictValue | null, value: Value): MappedType {
  const own = map === null ? null : lookup(program, map, value);
  if (own !== null) return { kind: "type", type: own };
  const asEnum = enumTypeOf(program, value);
  if (asEnum !== null) return { kind: "type", type: (map && enumLike(program, map, value)) ?? asEnum };
  for (const name of typeNames(program, value)) {
    const mapped = map === null ? null : lookup(program, map, { kind: "symbol", name, at: value.at });
    if (mapped !== null) return { kind: "type", type: mapped };
    const type = PYTHON_TYPES.get(name);
    if (type !== undefined && value.kind === "symbol") return { kind: "type", type };
  }
  if (value.kind === "symbol" && value.name === "typing.Any") return { kind: "error", shown: "typing.Any" };
  const info = value.kind === "class" ? program.classInfo(value.key) : null;
  // A class of the project, with nothing unknown above it, is no type that SQLAlchemy knows.
  if (info?.mro.every(({ kind }) => kind === "class"))
    return { kind: "error", shown: `<class '${info.module}.${info.indexed.qualifiedName}'>` };
  if (value.kind === "symbol" && /^builtins\.(dict|list|set|tuple|object)$/.test(value.name)) {
    return { kind: "error", shown: `<class '${value.name.slice("builtins.".length)}'>` };
  }
  return { kind: "unknown", why: "its type is not known" };
}

/** `enum.Enum: Enum(enum.Enum, native_enum=False)`: an enumeration of its own for each class, with the options of that entry. */
function enumLike(program: Program, map: DictValue, value: Value): ColumnType | null {
  for (const name of typeNames(program, value)) {
    const entry = entryOf(map, { kind: "symbol", name, at: value.at });
    if (entry?.kind === "call" && calleeName(entry) === "sqlalchemy.Enum") {
      return enumType(program, { ...entry, arguments: [value] });
    }
  }
  return null;
}

function lookup(program: Program, map: DictValue, wanted: Value): ColumnType | null {
  const entry = entryOf(map, wanted);
  return entry === null ? null : (columnType(program, entry) ?? UNKNOWN_TYPE);
}

function entryOf(map: DictValue, wanted: Value): Value | null {
  const types = alternatives(wanted);
  return map.entries.findLast(({ key }) => sameSet(alternatives(key), types))?.value ?? null;
}

/**
 * The types of a union without None, as a registry has them, as keys of its map and where they are looked up in it:
 * `Optional[str]` and `str | None` are `str`, and `int | str` is `Union[str, int]`.
 */
function alternatives(value: Value): readonly Value[] {
  const types = membersOf(value).filter(({ kind }) => kind !== "none");
  return types.length === 0 ? [value] : types;
}

function membersOf(value: Value): readonly Value[] {
  if (value.kind === "operation" && value.operator === "|") return value.operands.flatMap(membersOf);
  const head = value.kind === "subscript" && value.of.kind === "symbol" ? value.of.name : "";
  const isUnion = head === "typing.Optional" || head === "typing.Union";
  return value.kind === "subscript" && isUnion ? value.items.flatMap(membersOf) : [value];
}

function sameSet(a: readonly Value[], b: readonly Value[]): boolean {
  const within = (some: readonly Value[], all: readonly Value[]) =>
    some.every((one) => all.some((other) => sameValue(one, other)));
  return within(a, b) && within(b, a);
}

function literalType(values: readonly Value[]): ColumnType {
  return enumOf(textsOf(values), { native: false });
}
