import { type Annotation, headName, includesNone, readAnnotation } from "../annotations/annotation.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { calleeName } from "../columns/callReader.ts";
import { readColumnCall } from "../columns/columnCall.ts";
import { UNKNOWN_TYPE } from "../columns/columnTypes.ts";
import { isNullable } from "../columns/nullability.ts";
import type { ColumnDraft, Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { unknown } from "../evaluation/unknown.ts";
import type { Location } from "../schema/keys.ts";
import type { PlacedColumn } from "../tables/placedColumn.ts";
import type { CallValue, UnknownValue, Value } from "../value.ts";
import { type CollectedAttribute, isMappedContainer } from "./collectAttributes.ts";
import { mappedType } from "./typeAnnotationMap.ts";

/** What SQLAlchemy raises while it maps the class, instead of making a column. */
export interface ColumnError {
  readonly exception: string;
  readonly message: string;
}

export interface ReadColumn {
  readonly column: PlacedColumn;
  readonly error: ColumnError | null;
  /** `Mapped[int] = Column(...)`: the annotation says required and is not looked at. */
  readonly annotationIgnored: boolean;
  /** Where the annotation is a name from elsewhere without a known type: SQLAlchemy takes it only if a column is in it. */
  readonly hidden: Gap | null;
  /** The call inside `Annotated[...]`, whose options count where the attribute's own call is silent. */
  readonly alias: CallValue | null;
}

const EMPTY: ColumnDraft = {
  name: null,
  key: null,
  type: null,
  nullable: null,
  primaryKey: false,
  unique: null,
  index: null,
  serverDefault: null,
  onUpdate: null,
  autoincrement: "auto",
  computed: null,
  identity: null,
  foreignKeys: [],
  checks: [],
  sortOrder: 0,
  useExisting: false,
  call: null,
  nameLocation: null,
  gaps: [],
  misplaced: [],
};

/** The column behind an attribute: `Column(...)`, `mapped_column(...)`, or nothing but `Mapped[...]`. */
export function readColumnAttribute(
  program: Program,
  info: ClassInfo,
  attribute: CollectedAttribute,
  allowUnmapped: boolean,
): ReadColumn {
  const what = `${info.name}.${attribute.name}`;
  const call = attribute.value?.kind === "call" ? attribute.value : null;
  const draft = call === null ? EMPTY : readColumnCall(program, call, what);
  if (call !== null && (calleeName(call) === "sqlalchemy.Column" || attribute.inside === true)) {
    const nullable = isNullable(draft);
    const annotation = mappedAnnotation(program, attribute, false);
    const required = annotation !== null && annotation.kind !== "unknown" && !includesNone(annotation);
    return {
      column: placed(attribute, draft, nullable),
      error: null,
      annotationIgnored: required && nullable && draft.nullable === null && draft.gaps.length === 0,
      hidden: null,
      alias: null,
    };
  }
  const annotation = mappedAnnotation(program, attribute, allowUnmapped);
  if (annotation === null) {
    const nullable = isNullable(draft);
    const untyped = draft.type === null && draft.foreignKeys.length === 0 && draft.gaps.length === 0;
    const error = untyped ? { exception: "ArgumentError", message: annotationRequired(what) } : null;
    return { column: placed(attribute, draft, nullable), error, annotationIgnored: false, hidden: null, alias: null };
  }
  return annotatedColumn(program, info, attribute, draft, annotation);
}

function annotationRequired(what: string): string {
  return `Python typing annotation is required for attribute "${what}" when primary argument(s) for "MappedColumn" construct are None or not present`;
}

/** What stands inside `Mapped[...]`; with `allowUnmapped` a bare annotation counts as well. Null where there is none. */
function mappedAnnotation(program: Program, attribute: CollectedAttribute, allowUnmapped: boolean): Annotation | null {
  if (attribute.annotation === null) return null;
  const annotation = readAnnotation(program, attribute.annotation.expression, attribute.annotation.scope);
  if (annotation.kind === "generic" && isMappedContainer(headName(annotation))) return annotation.items[0] ?? null;
  return allowUnmapped ? annotation : null;
}

/** Merges the annotation into the column, as `MappedColumn._init_column_for_annotation` does. */
function annotatedColumn(
  program: Program,
  info: ClassInfo,
  attribute: CollectedAttribute,
  draft: ColumnDraft,
  annotation: Annotation,
): ReadColumn {
  const what = `${info.name}.${attribute.name}`;
  const alias = columnInAlias(annotation);
  const merged = alias?.kind === "call" ? mergeAlias(draft, readColumnCall(program, alias, what)) : draft;
  const gaps: Gap[] = [...merged.gaps];
  if (alias?.kind === "unknown") gaps.push({ ...alias.at, what: `annotation of ${what}`, why: alias.why });
  const nullable = draft.nullable ?? (merged.nullable !== null ? merged.nullable : includesNone(annotation));
  let { type } = merged;
  let error: ColumnError | null = null;
  let hidden: Gap | null = null;
  if (type === null && merged.foreignKeys.length === 0) {
    const found = mappedType(program, info, withoutNone(annotation), () => insideValue(program, attribute));
    if (found.kind === "type") type = found.type;
    else if (found.kind === "error" && !hasUnknownArgument(merged, what))
      error = { exception: "MappedAnnotationError", message: noType(found.shown, attribute.name) };
    else if (isElsewhere(annotation)) hidden = hiddenColumn(attribute, what);
    type ??= UNKNOWN_TYPE;
  }
  const column = placed(attribute, { ...merged, type, gaps }, nullable);
  return { column, error, annotationIgnored: false, hidden, alias: alias?.kind === "call" ? alias : null };
}

/** Whether an argument that may be its type is not known. */
function hasUnknownArgument({ gaps }: ColumnDraft, what: string): boolean {
  return gaps.some((gap) => gap.what === what);
}

function noType(shown: string, attribute: string): string {
  return `Could not locate SQLAlchemy Core type when resolving for Python type indicated by '${shown}' inside the Mapped[] annotation for the '${attribute}' attribute; the type object is not resolvable by the registry`;
}

/** The annotation inside `Mapped[...]` as a value, which a `type_annotation_map` may have as a key. */
function insideValue(program: Program, { annotation }: CollectedAttribute): Value | null {
  if (annotation === null) return null;
  const value = program.evaluate(annotation.expression, annotation.scope);
  const [inside] = value.kind === "subscript" ? value.items : [];
  return inside ?? null;
}

function withoutNone(annotation: Annotation): Annotation {
  if (annotation.kind !== "union") return annotation;
  const members = annotation.members.filter(({ kind }) => kind !== "none");
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : { kind: "union", members };
}

/** `Annotated[int, mapped_column(...)]`, also inside `Optional[...]`; unknown where what may be the column is. */
function columnInAlias(annotation: Annotation): CallValue | UnknownValue | null {
  const type = withoutNone(annotation);
  if (type.kind !== "annotated") return null;
  for (const value of type.metadata) {
    if (value.kind === "unknown") return value;
    if (value.kind === "symbol") return unknown(`${value.name} is not in the workspace`, value.at);
    if (value.kind === "call" && calleeName(value) === "sqlalchemy.orm.mapped_column") return value;
  }
  return null;
}

function isElsewhere(annotation: Annotation): boolean {
  const type = withoutNone(annotation);
  return type.kind === "unknown" || (type.kind === "type" && type.value.kind === "symbol");
}

function hiddenColumn({ annotation, location }: CollectedAttribute, what: string): Gap {
  const { start, end } = annotation?.expression ?? location;
  return {
    ...location,
    start,
    end,
    what: `annotation of ${what}`,
    why: "what it names is not in the workspace, and may hold a column",
  };
}

/** What the attribute's own call says wins; foreign keys of both are kept (`Column._merge`). */
function mergeAlias(own: ColumnDraft, alias: ColumnDraft): ColumnDraft {
  return {
    ...own,
    type: own.type ?? alias.type,
    nullable: own.nullable ?? alias.nullable,
    primaryKey: own.primaryKey || alias.primaryKey,
    unique: own.unique ?? alias.unique,
    index: own.index ?? alias.index,
    serverDefault: own.serverDefault ?? alias.serverDefault,
    onUpdate: own.onUpdate ?? alias.onUpdate,
    autoincrement: own.autoincrement === "auto" ? alias.autoincrement : own.autoincrement,
    computed: own.computed ?? alias.computed,
    identity: own.identity ?? alias.identity,
    foreignKeys: [...own.foreignKeys, ...alias.foreignKeys],
    checks: [...own.checks, ...alias.checks],
    sortOrder: own.sortOrder === 0 ? alias.sortOrder : own.sortOrder,
    useExisting: own.useExisting || alias.useExisting,
    call: own.call ?? alias.call,
    gaps: [...own.gaps, ...alias.gaps],
    misplaced: [...own.misplaced, ...alias.misplaced],
  };
}

function placed(attribute: CollectedAttribute, draft: ColumnDraft, nullable: boolean): PlacedColumn {
  const expression = attribute.annotation?.expression;
  const annotation: Location | null =
    expression === undefined ? null : { file: attribute.owner.file, start: expression.start, end: expression.end };
  return {
    draft,
    attribute: attribute.name,
    nullable,
    location: attribute.location,
    annotation,
    foreignKeyLocation: attribute.location,
  };
}
