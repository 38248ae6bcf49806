import type { ClassInfo } from "../classes/classInfo.ts";
import type { ClassTable } from "../classes/classTable.ts";
import type { Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import { modelProblem, ofClass } from "../modelProblem.ts";
import type { Location } from "../schema/keys.ts";
import type { Unresolved } from "../schema/schema.ts";
import type { PlacedColumn } from "../tables/placedColumn.ts";
import { kindOfAttribute } from "./attributeKinds.ts";
import { type CollectedAttribute, collectAttributes } from "./collectAttributes.ts";
import { compositeColumns } from "./compositeColumns.ts";
import { dataclassFault } from "./dataclassFault.ts";
import { isDeferred, makesProperty, saysDeferred } from "./explicitProperty.ts";
import { type ColumnError, readColumnAttribute } from "./mappedColumn.ts";
import { strayComma } from "./strayComma.ts";
import { unmappedAnnotation } from "./unmappedAnnotation.ts";

/** The attributes of a class by what they are to SQLAlchemy. */
export interface ScannedAttributes {
  readonly columns: readonly PlacedColumn[];
  readonly relationships: readonly CollectedAttribute[];
  /** Attributes that are columns of a table that exists on its own, by the key of the column. */
  readonly tableColumns: ReadonlyMap<string, string>;
  /** Attributes that are given to the mapper as properties of their own, not as columns. */
  readonly properties: ReadonlySet<string>;
  /** Attributes whose columns queries leave out. */
  readonly deferred: ReadonlySet<string>;
  /** Attributes over expressions of SQL, and where they stand. */
  readonly expressions: ReadonlyMap<string, Location>;
}

/** Sorts the attributes of a class; what fails or is not known goes to the draft and to `gaps`. */
export function scanAttributes(
  program: Program,
  info: ClassInfo,
  table: ClassTable,
  allowUnmapped: boolean,
  gaps: Gap[],
  draft: FileDeclarationsDraft,
): ScannedAttributes {
  const columns: PlacedColumn[] = [];
  const relationships: CollectedAttribute[] = [];
  const tableColumns = new Map<string, string>();
  const expressions = new Map<string, Location>();
  const properties = new Set<string>();
  const deferred = new Set<string>();
  const hidden: Gap[] = [];
  // The type map of a base that is not known may have a type for any annotation.
  const basesKnown = gaps.length === 0;
  const fail = (attribute: Pick<CollectedAttribute, "name" | "location">, { exception, message }: ColumnError) => {
    draft.problems.push(
      modelProblem({
        ...ofClass(info),
        code: "other",
        phase: "import",
        exception,
        message,
        location: attribute.location,
        attribute: attribute.name,
      }),
    );
  };
  const refused = unmappedAnnotation(program, info, { allowUnmapped });
  // A base that is not known may allow it, though not in mixins.
  const certain = basesKnown || refused?.attribute.owner.key !== info.key;
  if (refused?.error && certain) fail(refused.attribute, refused.error);
  else if (refused !== null) draft.unresolved.push(perhapsRefused(info, refused.attribute, certain));
  const addColumn = (attribute: CollectedAttribute, plainAnnotation = allowUnmapped) => {
    const isRefused = refused !== null && refused.attribute.name === attribute.name;
    const read = readColumnAttribute(program, info, attribute, plainAnnotation || isRefused);
    columns.push(read.column);
    if (read.hidden !== null) hidden.push(read.hidden);
    if (read.alias !== null) {
      if (!saysDeferred(attribute.value) && isDeferred(read.alias)) deferred.add(attribute.name);
      if (makesProperty(read.alias)) properties.add(attribute.name);
    }
    // The column that exists already has a type.
    if (read.error !== null && basesKnown && !read.column.draft.useExisting && !isRefused) fail(attribute, read.error);
    if (read.annotationIgnored) draft.problems.push(accidentallyNullable(info, read.column));
  };
  const refuseInMixin = (attribute: CollectedAttribute): boolean => {
    if (attribute.owner.key === info.key || attribute.declared) return false;
    fail(attribute, IN_MIXIN);
    return true;
  };
  const collected = collectAttributes(program, info);
  const fault = basesKnown ? dataclassFault(program, info, collected) : null;
  if (fault !== null) fail(fault.attribute, fault.error);
  for (const attribute of collected) {
    if (attribute.name === "metadata" && isMappedAttribute(attribute)) draft.unresolved.push(reserved(info, attribute));
    if (attribute.value === null) {
      // Beside a table that is there already, bare annotations are for type checkers only.
      if (table.kind !== "given") addColumn(attribute);
      continue;
    }
    const kind = kindOfAttribute(attribute.value);
    if (isDeferred(attribute.value)) deferred.add(attribute.name);
    switch (kind.kind) {
      case "column":
        addColumn(attribute);
        if (makesProperty(attribute.value)) properties.add(attribute.name);
        break;
      case "columnsInside":
        refuseInMixin(attribute);
        properties.add(attribute.name);
        for (const column of kind.columns) addColumn({ ...attribute, value: column, inside: true });
        break;
      case "composite": {
        refuseInMixin(attribute);
        const made = compositeColumns(program, attribute, kind.call);
        for (const column of made.columns) addColumn(column, true);
        if (made.why !== null)
          gaps.push({ ...attribute.location, what: `attribute ${info.name}.${attribute.name}`, why: made.why });
        break;
      }
      case "relationship":
        if (!refuseInMixin(attribute)) relationships.push(attribute);
        break;
      case "tableColumn":
        tableColumns.set(kind.column, attribute.name);
        break;
      case "expression":
        refuseInMixin(attribute);
        expressions.set(attribute.name, attribute.location);
        break;
      case "unknown":
        gaps.push({ ...attribute.location, what: `attribute ${info.name}.${attribute.name}`, why: kind.why });
        break;
      case "none": {
        const ignored = strayComma(info, attribute);
        if (ignored !== null) draft.problems.push(ignored);
        break;
      }
    }
  }
  // A date of another library would leave every class incomplete that has one; what is asked for is the key.
  if (!columns.some(({ draft: { primaryKey } }) => primaryKey)) gaps.push(...hidden);
  return { columns, relationships, tableColumns, properties, deferred, expressions };
}

function perhapsRefused(info: ClassInfo, { name, location }: CollectedAttribute, certain: boolean): Unresolved {
  const why = certain
    ? "SQLAlchemy 2 refuses it without Mapped[], SQLAlchemy 1.4 does not look at it"
    : "it is not known whether a base of the class allows it without Mapped[]";
  return { ...location, what: `annotation of ${info.name}.${name}`, why };
}

function isMappedAttribute({ value }: CollectedAttribute): boolean {
  const kind = value === null ? "column" : kindOfAttribute(value).kind;
  return kind !== "none" && kind !== "unknown";
}

function reserved(info: ClassInfo, { name, location }: CollectedAttribute): Unresolved {
  const why = "SQLAlchemy 2.0 refuses the name, which is that of the MetaData; 2.1 only warns";
  return { ...location, what: `attribute ${info.name}.${name}`, why };
}

const IN_MIXIN: ColumnError = {
  exception: "InvalidRequestError",
  message:
    "Mapper properties (i.e. deferred,column_property(), relationship(), etc.) must be declared as @declared_attr callables on declarative mixin classes.  For dataclass field() objects, use a lambda:",
};

function accidentallyNullable(
  info: ClassInfo,
  { draft, attribute, location }: PlacedColumn,
): ReturnType<typeof modelProblem> {
  return modelProblem({
    ...ofClass(info),
    code: "accidentally-nullable",
    phase: "warning",
    exception: "",
    message: "",
    location,
    attribute,
    call: draft.call,
    details: { column: draft.name ?? attribute ?? "" },
  });
}
