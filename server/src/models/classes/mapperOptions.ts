import { kindOfAttribute } from "../declarative/attributeKinds.ts";
import type { Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { truthOf } from "../evaluation/truth.ts";
import { classLocation } from "../modelProblem.ts";
import { pythonRepr } from "../relationships/pythonRepr.ts";
import type { Location } from "../schema/keys.ts";
import type { MappedClass } from "../schema/mappedClass.ts";
import type { CallValue, Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";
import { type ColumnSelection, readColumnSelection } from "./columnSelection.ts";
import { type InheritCondition, readInheritCondition } from "./inheritCondition.ts";
import { memberFromClasses } from "./members.ts";

/** What `__mapper_args__` says as far as it changes deletes or inheritance. */
export interface MapperOptions {
  readonly passiveDeletes: boolean;
  readonly confirmDeletedRows: boolean;
  readonly eagerDefaults: boolean;
  readonly batch: boolean;
  readonly versionIdColumn: string | null;
  /** True where that is a column of a table, and not the attribute of a class: those are never the same to SQLAlchemy. */
  readonly versionIsTableColumn: boolean;
  readonly versionIdGenerator: MappedClass["versionIdGenerator"];
  /** What `primary_key=` names; empty without it. */
  readonly primaryKey: readonly string[];
  readonly concrete: boolean;
  readonly inheritCondition: InheritCondition | null;
  readonly columns: ColumnSelection;
  /** True where the tables of the classes below are queried with its own: no mapper argument says so, but the base class. */
  readonly queriesUnion: boolean;
  /** The attribute or column that `polymorphic_on` names. */
  readonly polymorphicOn: string | null;
  /** Where `polymorphic_on` is a text, which must name an attribute; null for anything else. */
  readonly polymorphicOnText: Location | null;
  /** Where `polymorphic_on` is Python's own `type`, as in a class that only annotates its `type`, which binds no name. */
  readonly polymorphicOnType: Location | null;
  readonly polymorphicIdentity: string | number | null;
  readonly polymorphicValue: string | null;
  /** True where the class has an identity that is not known, or may have one. */
  readonly polymorphicUnknown: boolean;
  /** How Python writes the identity, null where that is not known. */
  readonly polymorphicText: string | null;
  /** True where it is said that there are no objects of the class, or not known which identity they have. */
  readonly polymorphicAbstract: boolean;
  /** False where the options say, or may say, which columns are the key of a table that declares none. */
  readonly tableGivesKey: boolean;
  /** The relationships among `properties=`. */
  readonly relationships: readonly { readonly name: string; readonly value: CallValue }[];
  readonly gaps: readonly Gap[];
}

export function mapperOptionsOf(program: Program, info: ClassInfo): MapperOptions {
  const value = memberFromClasses(program, info, "__mapper_args__", classLocation(info));
  return readMapperOptions(program, value, info.name);
}

export function readMapperOptions(program: Program, value: Value | null, name: string): MapperOptions {
  const gaps: Gap[] = [];
  const what = `mapper arguments of ${name}`;
  if (value !== null && value.kind !== "dict" && value.kind !== "none") {
    gaps.push({ ...value.at, what, why: value.kind === "unknown" ? value.why : "they are not a dictionary" });
  }
  const option = (key: string): Value | undefined =>
    value?.kind === "dict"
      ? value.entries.findLast((entry) => entry.key.kind === "string" && entry.key.value === key)?.value
      : undefined;
  const flag = (key: string, fallback: boolean): boolean => {
    const given = option(key);
    return given === undefined ? fallback : (truthOf(given) ?? fallback);
  };
  const version = option("version_id_col");
  const discriminator = option("polymorphic_on");
  const identity = option("polymorphic_identity");
  if (discriminator?.kind === "call" || discriminator?.kind === "operation")
    gaps.push(expressionDiscriminator(name, discriminator.at));
  const versionColumn = columnNameIn(version);
  if (version !== undefined && version.kind !== "none" && versionColumn === null)
    gaps.push({ ...version.at, what, why: "version_id_col names no column that is known" });
  const key = option("primary_key");
  const primaryKey = columnNamesIn(key);
  if (key !== undefined && key.kind !== "none" && primaryKey.length === 0)
    gaps.push({ ...key.at, what, why: "primary_key names columns that are not known" });
  const columns = readColumnSelection(option, what, gaps);
  return {
    columns,
    passiveDeletes: flag("passive_deletes", false),
    confirmDeletedRows: flag("confirm_deleted_rows", true),
    // Its default, "auto", is about INSERT only.
    eagerDefaults: option("eager_defaults")?.kind !== "string" && flag("eager_defaults", false),
    batch: flag("batch", true),
    versionIdColumn: versionColumn,
    versionIsTableColumn: version?.kind === "attribute" && version.of.kind !== "class",
    versionIdGenerator: generatorOf(option("version_id_generator")),
    primaryKey,
    inheritCondition: readInheritCondition(option("inherit_condition")),
    concrete: flag("concrete", false),
    queriesUnion: false,
    polymorphicOn: columnNameIn(discriminator),
    polymorphicOnText: discriminator?.kind === "string" ? discriminator.at : null,
    polymorphicOnType:
      discriminator?.kind === "symbol" && discriminator.name === "builtins.type" ? discriminator.at : null,
    polymorphicIdentity: identityOf(identity),
    polymorphicValue: valueOfMember(program, identity),
    polymorphicUnknown: !isWhole(value) || hasUnknownIdentity(identity),
    polymorphicText: identity === undefined ? null : textOf(identity),
    polymorphicAbstract: !isWhole(value) || flag("polymorphic_abstract", false) || hasUnknownIdentity(identity),
    relationships: relationshipsIn(option("properties")),
    tableGivesKey: gaps.length === 0 && isWhole(value) && key === undefined,
    gaps,
  };
}

/** That the class of a row is for the database to say. */
export function expressionDiscriminator(className: string, at: Location): Gap {
  return {
    ...at,
    what: `mapper arguments of ${className}`,
    why: "polymorphic_on is an expression, so that only the database can tell of which class a row is",
  };
}

function relationshipsIn(properties: Value | undefined): MapperOptions["relationships"] {
  if (properties?.kind !== "dict") return [];
  return properties.entries.flatMap(({ key, value }) =>
    key.kind === "string" && value.kind === "call" && kindOfAttribute(value).kind === "relationship"
      ? [{ name: key.value, value }]
      : [],
  );
}

/** An identity that is given, though not as a constant. */
function hasUnknownIdentity(value: Value | undefined): boolean {
  return value !== undefined && value.kind !== "none" && identityOf(value) === null;
}

/** A constant; a member of an enumeration is stored by its name. */
function identityOf(value: Value | undefined): string | number | null {
  if (value?.kind === "string") return value.member?.name ?? value.value;
  if (value?.kind === "number") return value.value;
  return value?.kind === "attribute" && value.of.kind === "class" ? value.name : null;
}

function textOf(identity: Value): string | null {
  if (identity.kind === "number") return String(identity.value);
  return identity.kind === "string" && identity.member === undefined ? pythonRepr(identity.value) : null;
}

/** The string that a member of an enumeration is, or has for a value. */
function valueOfMember(program: Program, identity: Value | undefined): string | null {
  const isMember = identity?.kind === "attribute" || (identity?.kind === "string" && identity.member !== undefined);
  const value = isMember ? program.attribute(identity, "value", identity.at) : null;
  return value?.kind === "string" ? value.value : null;
}

function isWhole(value: Value | null): boolean {
  return value?.kind !== "dict" || (value.complete && value.entries.every(({ key }) => key.kind === "string"));
}

/** The name of a column or attribute; in the body of its class a `declared_attr` is still the function. */
function columnNameIn(value: Value | undefined): string | null {
  if (value?.kind === "function") return value.key.slice(value.key.lastIndexOf(".") + 1);
  return value?.kind === "attribute" ? value.name : value?.kind === "string" ? value.value : null;
}

function columnNamesIn(value: Value | undefined): readonly string[] {
  if (value?.kind !== "list" && value?.kind !== "tuple" && value?.kind !== "set") return [];
  const names = value.items.map(columnNameIn);
  return names.every((name) => name !== null) ? names : [];
}

function generatorOf(value: Value | undefined): MappedClass["versionIdGenerator"] {
  if (value === undefined || value.kind === "none") return "counter";
  return truthOf(value) === false ? "database" : "function";
}
