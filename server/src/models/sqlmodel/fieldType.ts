import { type Annotation, headName } from "../annotations/annotation.ts";
import { enumTypeOf, PYTHON_TYPES, TEXT_TYPE, typeNames } from "../annotations/pythonTypes.ts";
import { calleeName, keywordOf } from "../columns/callReader.ts";
import { columnType, UNKNOWN_TYPE } from "../columns/columnTypes.ts";
import { numberOf } from "../columns/typeArguments.ts";
import { withLength, withPrecision } from "../columns/typeSize.ts";
import type { Program } from "../evaluation/program.ts";
import type { ColumnType } from "../schema/column.ts";
import type { Value } from "../value.ts";
import type { ModelField } from "./fields.ts";

/** A type, or the error that SQLModel raises instead. */
export type FieldType =
  | { readonly kind: "type"; readonly type: ColumnType }
  | { readonly kind: "error"; readonly exception: string; readonly message: string }
  | { readonly kind: "unknown"; readonly why: string };

/** Types whose values SQLModel stores as strings. */
const STRING_LIKE: ReadonlySet<string> = new Set([
  "builtins.str",
  "ipaddress.IPv4Address",
  "ipaddress.IPv4Network",
  "ipaddress.IPv6Address",
  "ipaddress.IPv6Network",
  "pathlib.Path",
  "pathlib.PurePath",
  "pydantic.EmailStr",
  "pydantic.FilePath",
  "pydantic.DirectoryPath",
  "pydantic.NewPath",
]);

/** Names of pydantic that stand for a Python type with constraints. */
const CONSTRAINED: ReadonlyMap<string, string> = new Map([
  ["pydantic.StrictStr", "builtins.str"],
  ["pydantic.constr", "builtins.str"],
  ["pydantic.StrictInt", "builtins.int"],
  ["pydantic.PositiveInt", "builtins.int"],
  ["pydantic.NonNegativeInt", "builtins.int"],
  ["pydantic.NegativeInt", "builtins.int"],
  ["pydantic.NonPositiveInt", "builtins.int"],
  ["pydantic.conint", "builtins.int"],
  ["pydantic.StrictFloat", "builtins.float"],
  ["pydantic.PositiveFloat", "builtins.float"],
  ["pydantic.NonNegativeFloat", "builtins.float"],
  ["pydantic.confloat", "builtins.float"],
  ["pydantic.StrictBool", "builtins.bool"],
  ["pydantic.condecimal", "decimal.Decimal"],
  ["pydantic.UUID1", "uuid.UUID"],
  ["pydantic.UUID3", "uuid.UUID"],
  ["pydantic.UUID4", "uuid.UUID"],
  ["pydantic.UUID5", "uuid.UUID"],
  ["pydantic.AwareDatetime", "datetime.datetime"],
  ["pydantic.NaiveDatetime", "datetime.datetime"],
  ["pydantic.PastDatetime", "datetime.datetime"],
  ["pydantic.FutureDatetime", "datetime.datetime"],
  ["pydantic.PastDate", "datetime.date"],
  ["pydantic.FutureDate", "datetime.date"],
  ["enum.IntEnum", "enum.Enum"],
]);

/** The column type of a field: `sa_type=`, else what SQLModel makes of the annotation. */
export function fieldType(program: Program, field: ModelField): FieldType {
  const given = field.call === null ? undefined : keywordOf(field.call, "sa_type")?.value;
  if (given !== undefined) {
    const type = columnType(program, given);
    return type === null ? { kind: "unknown", why: "its sa_type is not known" } : { kind: "type", type };
  }
  return typeOfAnnotation(program, field.annotation, field);
}

function typeOfAnnotation(program: Program, annotation: Annotation, field: ModelField): FieldType {
  switch (annotation.kind) {
    case "unknown":
      return annotation;
    case "none":
      return { kind: "error", exception: "ValueError", message: "<class 'NoneType'> has no matching SQLAlchemy type" };
    case "annotated":
      return typeOfAnnotation(program, annotation.type, field);
    case "union": {
      const types = annotation.members.filter((member) => member.kind !== "none");
      const [only] = types;
      if (annotation.members.length > 2 || types.length !== 1 || only === undefined) {
        const message = "Cannot have a (non-optional) union as a SQLAlchemy field";
        return { kind: "error", exception: "ValueError", message };
      }
      return typeOfAnnotation(program, only, field);
    }
    case "generic":
      return typeOfGeneric(headName(annotation), annotation.origin);
    case "type":
      return typeOfValue(program, annotation.value, field);
  }
}

function typeOfGeneric(name: string, origin: Value): FieldType {
  if (name === "typing.Literal") {
    return { kind: "error", exception: "TypeError", message: "issubclass() arg 1 must be a class" };
  }
  const shown = CONTAINERS.get(name);
  if (shown === undefined)
    return { kind: "unknown", why: origin.kind === "unknown" ? origin.why : "its type is not known" };
  return { kind: "error", exception: "ValueError", message: `<class '${shown}'> has no matching SQLAlchemy type` };
}

/** Containers that no column holds, as Python prints them. */
const CONTAINERS: ReadonlyMap<string, string> = new Map([
  ["builtins.list", "list"],
  ["builtins.dict", "dict"],
  ["builtins.set", "set"],
  ["builtins.tuple", "tuple"],
  ["builtins.frozenset", "frozenset"],
]);

function typeOfValue(program: Program, value: Value, field: ModelField): FieldType {
  const asEnum = enumTypeOf(program, value);
  if (asEnum !== null) return { kind: "type", type: asEnum };
  for (const name of typeNames(program, value)) {
    const plain = CONSTRAINED.get(name) ?? name;
    if (STRING_LIKE.has(plain)) return { kind: "type", type: stringType(field) };
    if (plain === "decimal.Decimal") return { kind: "type", type: decimalType(field) };
    const type = PYTHON_TYPES.get(plain);
    if (type === undefined) continue;
    const isAware = plain === "datetime.datetime" && name !== "pydantic.NaiveDatetime";
    return { kind: "type", type: isAware ? { ...type, name: "UTCDateTime" } : type };
  }
  if (value.kind === "symbol" && CONTAINERS.has(value.name)) return typeOfGeneric(value.name, value);
  if (value.kind === "symbol" && value.name === "typing.Any") {
    return { kind: "error", exception: "ValueError", message: "typing.Any has no matching SQLAlchemy type" };
  }
  const info = value.kind === "class" ? program.classInfo(value.key) : null;
  if (info?.mro.every((base) => base.kind === "class" || PLAIN_MODEL_BASES.has(baseName(base)))) {
    const shown = `${info.module}.${info.indexed.qualifiedName}`;
    return { kind: "error", exception: "ValueError", message: `<class '${shown}'> has no matching SQLAlchemy type` };
  }
  return { kind: "unknown", why: "its type is not known" };
}

const PLAIN_MODEL_BASES: ReadonlySet<string> = new Set(["sqlmodel.SQLModel", "pydantic.BaseModel"]);

function baseName(base: { readonly kind: string; readonly name?: string }): string {
  return base.kind === "library" ? (base.name ?? "") : "";
}

/** SQLModel's own string, which knows a length for MySQL. */
const AUTO_STRING: ColumnType = { ...TEXT_TYPE, name: "AutoString" };

function stringType(field: ModelField): ColumnType {
  const [length] = constraintsOf(field, ["max_length"]);
  return withLength(AUTO_STRING, numberOf(length) === 0 ? undefined : length);
}

/** What constrains a decimal first says both: digits in one place are not joined with places in another. */
function decimalType(field: ModelField): ColumnType {
  const type = PYTHON_TYPES.get("decimal.Decimal") ?? UNKNOWN_TYPE;
  const [digits, places] = constraintsOf(field, ["max_digits", "decimal_places"]);
  return withPrecision(type, digits, places);
}

/**
 * The first of the field's own call, its `Annotated` metadata and a constrained type that gives one of the options, and what it
 * gives for each; inside of an `Optional[...]` SQLModel looks for none.
 */
function constraintsOf(field: ModelField, names: readonly string[]): readonly (Value | undefined)[] {
  const { annotation } = field;
  const inside = annotation.kind === "annotated" ? annotation.metadata : [];
  for (const value of [field.assigned, ...field.metadata, ...inside]) {
    // What pydantic takes apart only later is not seen by SQLModel.
    if (value?.kind !== "call" || calleeName(value) === "pydantic.StringConstraints") continue;
    const given = names.map((name) => {
      const option = keywordOf(value, name)?.value;
      return option?.kind === "none" ? undefined : option;
    });
    if (given.some((option) => option !== undefined)) return given;
    const [length] = value.arguments;
    const isLength = names.includes("max_length") && calleeName(value) === "annotated_types.MaxLen";
    if (isLength && length !== undefined) return [length];
  }
  return [];
}
