import { includesNone } from "../annotations/annotation.ts";
import { calleeName, keywordOf, readOptions } from "../columns/callReader.ts";
import { readColumnCall } from "../columns/columnCall.ts";
import { UNKNOWN_TYPE } from "../columns/columnTypes.ts";
import { readAction } from "../columns/foreignKeyCall.ts";
import { isNullable } from "../columns/nullability.ts";
import { declarationCall } from "../declarationCall.ts";
import type { ColumnDraft, ForeignKeyDraft, Gap, MisplacedKeyword } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { PlacedColumn } from "../tables/placedColumn.ts";
import type { CallValue, Value } from "../value.ts";
import { readColumnArguments, withColumnKeywords } from "./columnArguments.ts";
import type { ModelField } from "./fields.ts";
import { fieldType } from "./fieldType.ts";

export type FieldColumn =
  | {
      readonly kind: "column";
      readonly column: PlacedColumn;
      readonly computedNullable: boolean;
      readonly fromColumnCall: boolean;
    }
  /** SQLModel raises this while it creates the class. */
  | { readonly kind: "error"; readonly exception: string; readonly message: string }
  /** Whether it is a column or a relationship is for a call to say that is not followed. */
  | { readonly kind: "unknown"; readonly gap: Gap };

/**
 * The column that SQLModel makes of a field of a table class (`get_column_from_field`). `computedNullable` is the
 * nullability before `sa_column_kwargs`, which is what its check of `ondelete="SET NULL"` looks at.
 */
export function columnOfField(program: Program, field: ModelField, what: string): FieldColumn {
  const { call } = field;
  const given = call === null ? undefined : keywordOf(call, "sa_column")?.value;
  if (given !== undefined && calleeName(given) === "sqlalchemy.Column" && given.kind === "call") {
    const draft = readColumnCall(program, given, what);
    const nullable = isNullable(draft);
    return { kind: "column", column: placed(field, draft, nullable), computedNullable: nullable, fromColumnCall: true };
  }
  const type = fieldType(program, field);
  const gaps: Gap[] = [];
  if (given !== undefined) gaps.push({ ...given.at, what, why: "its sa_column is not known" });
  else if (type.kind === "error") {
    if (call !== null || !mayBeField(field.assigned)) return type;
    return { kind: "unknown", gap: { ...field.location, what, why: "a call that is not followed makes it" } };
  }
  if (call === null && mayBeField(field.assigned)) {
    gaps.push({ ...field.location, what, why: "a call that is not followed may make its Field" });
  }

  // `assert isinstance(foreign_key, str)`.
  if (call !== null && isColumnObject(keywordOf(call, "foreign_key")?.value)) {
    return { kind: "error", exception: "AssertionError", message: "" };
  }
  const options = call === null ? null : readOptions(call, what);
  const primaryKey = options?.flag("primary_key", false) ?? false;
  const nullableGiven = call === null ? undefined : keywordOf(call, "nullable")?.value;
  const computedNullable =
    nullableGiven === undefined ? !primaryKey && includesNone(field.annotation) : isTrue(nullableGiven, what, gaps);
  const foreignKeys: ForeignKeyDraft[] = [];
  const misplaced: MisplacedKeyword[] = [];
  const inField = call === null ? null : foreignKeyOfField(call, what, gaps);
  if (inField !== null) foreignKeys.push(inField);
  const extras = call === null ? null : readColumnArguments(call, what, gaps);
  foreignKeys.push(...(extras?.foreignKeys ?? []));
  misplaced.push(...(extras?.misplaced ?? []));
  if (call !== null && !call.complete) gaps.push({ ...call.at, what, why: "it takes arguments that are not known" });
  const base: ColumnDraft = {
    name: null,
    key: null,
    type: type.kind === "type" ? type.type : UNKNOWN_TYPE,
    nullable: computedNullable,
    primaryKey,
    unique: options?.flag("unique", false) ?? false,
    index: options?.flag("index", false) ?? false,
    serverDefault: null,
    onUpdate: null,
    autoincrement: hasDefault(field) ? false : "auto",
    computed: extras?.computed ?? null,
    identity: extras?.identity ?? null,
    foreignKeys,
    checks: extras?.checks ?? [],
    sortOrder: 0,
    useExisting: false,
    call: call === null ? null : declarationCall(call),
    nameLocation: null,
    gaps: [],
    misplaced,
  };
  const extra = call === null ? undefined : keywordOf(call, "sa_column_kwargs")?.value;
  const draft = extra === undefined ? base : withColumnKeywords(program, base, extra, what, gaps);
  const column = placed(field, { ...draft, gaps: [...(options?.gaps ?? []), ...gaps] }, draft.nullable ?? true);
  return { kind: "column", column, computedNullable, fromColumnCall: false };
}

/** SQLModel hands a field's default on to its column. */
function hasDefault({ call, assigned }: ModelField): boolean {
  if (call === null) return assigned !== null && assigned.kind !== "none";
  const given = keywordOf(call, "default")?.value ?? call.arguments[0];
  const isRequired = given?.kind === "symbol" && given.name === "builtins.Ellipsis";
  const isGiven = given !== undefined && given.kind !== "none" && !isRequired;
  return isGiven || keywordOf(call, "default_factory") !== null;
}

/** A call into a library may return a `Field(...)` or a `Relationship(...)`; what the standard library returns is a plain default. */
function mayBeField(assigned: Value | null): boolean {
  if (assigned?.kind === "unknown") return true;
  if (assigned?.kind !== "call") return false;
  const { callee } = assigned;
  if (callee.kind === "symbol") return !MAKING_DEFAULTS.test(callee.name);
  // A method of an object of the workspace.
  if (callee.kind === "attribute") return callee.of.kind === "call" || callee.of.kind === "instance";
  return callee.kind === "unknown";
}

const MAKING_DEFAULTS =
  /^(builtins|collections|datetime|decimal|enum|fractions|ipaddress|os|pathlib|pydantic|random|re|secrets|sqlalchemy|sqlmodel|time|uuid|zoneinfo)\./;

function isColumnObject(value: Value | undefined): boolean {
  return (
    value?.kind === "attribute" &&
    (value.of.kind === "class" || value.of.kind === "table" || value.of.kind === "attribute")
  );
}

function placed(field: ModelField, draft: ColumnDraft, nullable: boolean): PlacedColumn {
  return {
    draft,
    attribute: field.name,
    nullable,
    location: field.location,
    annotation: field.annotationLocation,
    foreignKeyLocation: field.location,
  };
}

/** `nullable=None` makes a column NOT NULL: SQLModel hands the falsy value on. */
function isTrue(value: Value, what: string, gaps: Gap[]): boolean {
  const truth = truthOf(value);
  if (truth === null) gaps.push({ ...value.at, what: `nullable of ${what}`, why: "the value is not a constant" });
  return truth ?? false;
}

function foreignKeyOfField(call: CallValue, what: string, gaps: Gap[]): ForeignKeyDraft | null {
  const target = keywordOf(call, "foreign_key")?.value;
  if (target === undefined || target.kind === "none" || truthOf(target) === false) return null;
  const onDelete = readAction(keywordOf(call, "ondelete")?.value, what, gaps);
  if (target.kind !== "string") {
    gaps.push({
      ...target.at,
      what: `foreign key of ${what}`,
      why: target.kind === "unknown" ? target.why : "its target is not a constant",
    });
    return null;
  }
  return {
    name: null,
    target: { kind: "text", text: target.value },
    onDelete,
    onUpdate: null,
    deferrable: null,
    initially: null,
    useAlter: false,
    linkToName: false,
    call: declarationCall(call),
  };
}
