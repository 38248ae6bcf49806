import { headName, readAnnotation } from "../annotations/annotation.ts";
import { missingPrimaryKey } from "../checks/missingPrimaryKey.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { type ClassTable, classTable, type NoTable } from "../classes/classTable.ts";
import { mappingDecorator } from "../classes/decorators.ts";
import { gapsOfBases } from "../classes/gaps.ts";
import { gapsOfHooks } from "../classes/hooks.ts";
import { mappedClass } from "../classes/mappedClass.ts";
import { type MapperOptions, readMapperOptions } from "../classes/mapperOptions.ts";
import { memberFromClasses } from "../classes/members.ts";
import { valueInClass } from "../classes/valueInClass.ts";
import { declareInlineTables, readCoreTable } from "../core/coreTable.ts";
import type { Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { type FileDeclarationsDraft, unresolvedGap } from "../fileDeclarations.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { classLocation, modelProblem, ofClass } from "../modelProblem.ts";
import type { ClassKey } from "../schema.ts";
import { additionFrom, mappingOf } from "../tables/additions.ts";
import { buildTable, type PlacedColumn } from "../tables/buildTable.ts";
import { NO_TABLE_ARGUMENTS } from "../tables/tableArguments.ts";
import type { CallValue } from "../value.ts";
import { kindOfAttribute } from "./attributeKinds.ts";
import { type CollectedAttribute, collectAttributes, isMappedContainer } from "./collectAttributes.ts";
import { compositeFields } from "./compositeColumns.ts";
import { configuredMember, mappedAncestors } from "./inheritance.ts";
import { type ColumnError, readColumnAttribute } from "./mappedColumn.ts";

/** Adds the table, the mapped class and the relationships of a class that SQLAlchemy's declarative maps. */
export function declareDeclarative(program: Program, info: ClassInfo, draft: FileDeclarationsDraft): void {
  const table = classTable(program, info.key);
  const gaps: Gap[] = [...gapsOfBases(program, info), ...gapsOfHooks(program, info)];
  if (table.kind === "unknown" || table.kind === "missing") {
    reportNoTable(info, table, gaps, draft);
    return;
  }
  const scan = scanAttributes(program, info, gaps, draft);
  const mapper = configuredMember(program, info, "__mapper_args__");
  const options = readMapperOptions(mapper?.value ?? null, info.name);
  const ancestors = mappedAncestors(program, info);
  const attributes = placeTable(program, info, table, scan, options, gaps, draft);
  draft.unresolved.push(...gaps.map(unresolvedGap), ...options.gaps.map(unresolvedGap));
  draft.classes.push(
    mappedClass(program, info, {
      origin: "declarative",
      table: table.key,
      metadata: table.metadata.key,
      inherits: ancestors[0] ?? null,
      inheritance: inheritanceOf(table, ancestors, options),
      ancestors,
      attributes,
      options,
      allowUnmapped: allowsUnmapped(program, info),
      gaps,
    }),
  );
  for (const attribute of scan.relationships) {
    if (attribute.value === null) continue;
    draft.relationships.push({
      owner: info.key,
      name: attribute.name,
      location: attribute.location,
      annotation: attribute.annotation?.expression ?? null,
      value: attribute.value,
      scope: attribute.annotation?.scope ?? attribute.owner.scope,
      futureAnnotations: attribute.owner.names.facts.futureAnnotations,
    });
    draft.tables.push(...declareInlineTables(program, attribute.value, attribute.owner.module));
  }
}

function inheritanceOf(
  table: ClassTable,
  ancestors: readonly ClassKey[],
  options: MapperOptions,
): MappedClassDeclaration["inheritance"] {
  if (ancestors.length === 0) return "none";
  if (options.concrete) return "concrete";
  return table.kind === "inherited" ? "single" : "joined";
}

function reportNoTable(info: ClassInfo, table: ClassTable, gaps: readonly Gap[], draft: FileDeclarationsDraft): void {
  const location = classLocation(info);
  draft.unresolved.push(...gaps.map(unresolvedGap));
  if (table.kind === "unknown") draft.unresolved.push({ ...location, what: `table of ${info.name}`, why: table.why });
  else if (gaps.length > 0)
    draft.unresolved.push({ ...location, what: `table of ${info.name}`, why: "its base class may name it" });
  else {
    draft.problems.push(
      modelProblem({
        ...ofClass(info),
        code: "other",
        phase: "import",
        exception: "InvalidRequestError",
        message: `Class <class '${info.module}.${info.indexed.qualifiedName}'> does not have a __table__ or __tablename__ specified and does not inherit from an existing table-mapped class.`,
        location,
      }),
    );
    return;
  }
  draft.hidden.push(info.name);
}

interface ScannedAttributes {
  readonly columns: readonly PlacedColumn[];
  readonly relationships: readonly CollectedAttribute[];
  /** Attributes that are columns of a table that exists on its own, by the key of the column. */
  readonly tableColumns: ReadonlyMap<string, string>;
}

function scanAttributes(
  program: Program,
  info: ClassInfo,
  gaps: Gap[],
  draft: FileDeclarationsDraft,
): ScannedAttributes {
  const columns: PlacedColumn[] = [];
  const relationships: CollectedAttribute[] = [];
  const tableColumns = new Map<string, string>();
  const allowUnmapped = allowsUnmapped(program, info);
  const fail = (attribute: CollectedAttribute, { exception, message }: ColumnError) => {
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
  const addColumn = (attribute: CollectedAttribute, plainAnnotation = allowUnmapped) => {
    const read = readColumnAttribute(program, info, attribute, plainAnnotation);
    columns.push(read.column);
    if (read.error !== null) fail(attribute, read.error);
    if (read.annotationIgnored) draft.problems.push(accidentallyNullable(info, read.column));
  };
  for (const attribute of collectAttributes(program, info)) {
    if (attribute.value === null) {
      addColumn(attribute);
      continue;
    }
    const kind = kindOfAttribute(attribute.value);
    switch (kind.kind) {
      case "column":
        addColumn(attribute);
        break;
      case "columnsInside":
        for (const column of kind.columns) addColumn({ ...attribute, value: column });
        break;
      case "composite": {
        const fields = compositeFields(program, attribute, kind.valueClass);
        for (const [index, value] of kind.columns.entries()) {
          const name = columnNameIn(value) ?? attribute.name;
          addColumn({ ...attribute, name, value, annotation: fields[index] ?? null }, true);
        }
        break;
      }
      case "relationship":
        if (attribute.owner.key === info.key || attribute.declared) relationships.push(attribute);
        else fail(attribute, IN_MIXIN);
        break;
      case "tableColumn":
        tableColumns.set(kind.column, attribute.name);
        break;
      case "unknown":
        gaps.push({ ...attribute.location, what: `attribute ${info.name}.${attribute.name}`, why: kind.why });
        break;
      case "none":
        break;
    }
  }
  if (!allowUnmapped)
    for (const attribute of unmappedAnnotations(program, info)) fail(attribute.attribute, attribute.error);
  return { columns, relationships, tableColumns };
}

function columnNameIn(call: CallValue): string | null {
  const [name] = call.arguments;
  return name?.kind === "string" ? name.value : null;
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

/** Where annotations without `Mapped[...]` are let pass. */
export function allowsUnmapped(program: Program, info: ClassInfo): boolean {
  const at = classLocation(info);
  const allowed = memberFromClasses(program, info, "__allow_unmapped__", at);
  if (allowed?.kind === "boolean") return allowed.value;
  if (mappingDecorator(program, info)?.dataclass) return true;
  return info.libraries.has("sqlalchemy.orm.MappedAsDataclass");
}

/** `name: str` or `name: str = mapped_column()` in a mapped class: SQLAlchemy refuses annotations that it would not use. */
function unmappedAnnotations(
  program: Program,
  info: ClassInfo,
): readonly { readonly attribute: CollectedAttribute; readonly error: ColumnError }[] {
  return info.fact.body.flatMap((fact) => {
    if (fact.kind !== "assignment" || fact.annotation === null || fact.name.name.startsWith("__")) return [];
    const value = valueInClass(program, info, fact);
    if (
      value !== null &&
      (value.kind !== "call" || value.callee.kind !== "symbol" || value.callee.name !== "sqlalchemy.orm.mapped_column")
    )
      return [];
    const annotation = readAnnotation(program, fact.annotation, info.scope);
    if (
      annotation.kind === "unknown" ||
      isMappedContainer(headName(annotation)) ||
      DESCRIPTORS.test(headName(annotation))
    )
      return [];
    if (annotation.kind === "type" && annotation.value.kind !== "symbol" && annotation.value.kind !== "class")
      return [];
    const location = { file: info.file, start: fact.name.start, end: fact.name.end };
    const attribute = { name: fact.name.name, value, annotation: null, location, owner: info, declared: false };
    return [
      {
        attribute,
        error: { exception: "MappedAnnotationError", message: notMapped(`${info.name}.${fact.name.name}`) },
      },
    ];
  });
}

/** Annotations that no column is expected under. */
const DESCRIPTORS =
  /^(typing\.ClassVar|sqlalchemy\.ext\.|sqlalchemy\.orm\.(QueryPropertyDescriptor|InstrumentedAttribute|SynonymProperty|ColumnProperty))/;

function notMapped(what: string): string {
  return `Type annotation for "${what}" can't be correctly interpreted for Annotated Declarative Table form.  ORM annotations should normally make use of the \`\`Mapped[]\`\` generic type, or other ORM-compatible generic type, as a container for the actual type, which indicates the intent that the attribute is mapped. Class variables that are not intended to be mapped by the ORM should use ClassVar[].  To allow Annotated Declarative to disregard legacy annotations which don't use Mapped[] to pass, set "__allow_unmapped__ = True" on the class or a superclass this class.`;
}

/** Declares the table, or adds to the one the class shares; gives the attributes that are columns. */
function placeTable(
  program: Program,
  info: ClassInfo,
  table: Exclude<ClassTable, NoTable>,
  scan: ScannedAttributes,
  _options: MapperOptions,
  gaps: Gap[],
  draft: FileDeclarationsDraft,
): ReadonlyMap<string, string> {
  const location = classLocation(info);
  const columns = scan.columns.toSorted((a, b) => a.draft.sortOrder - b.draft.sortOrder);
  if (table.kind === "declared") {
    const built = buildTable({
      ...table,
      classKey: info.key,
      className: info.name,
      module: info.module,
      location,
      columns,
      complete: gaps.length === 0,
    });
    draft.tables.push(built.table);
    draft.unresolved.push(...built.gaps.map(unresolvedGap));
    draft.problems.push(...built.problems);
    draft.problems.push(...missingPrimaryKey(info, built.table));
    return attributesOf(built.table.columns);
  }
  if (table.kind === "given") {
    const read = readCoreTable(program, table.call, info.module, table.inline ? info.key : null);
    if (read === null) return new Map();
    const attributes = new Map(
      read.table.columns.map((column) => [scan.tableColumns.get(column.key) ?? column.key, column.name] as const),
    );
    if (table.inline) {
      const named = mappingOf(read.table, info.key, attributes);
      draft.tables.push({ ...named, location, complete: read.table.complete && gaps.length === 0 });
      draft.unresolved.push(...read.gaps.map(unresolvedGap));
      draft.problems.push(...read.problems);
    } else draft.additions.push({ ...additionFrom(table.key, info.key), mapping: { classKey: info.key, attributes } });
    return attributes;
  }
  const built = buildTable({
    name: table.name,
    schema: table.schema,
    metadata: table.metadata,
    classKey: info.key,
    className: info.name,
    module: info.module,
    location,
    columns,
    arguments: NO_TABLE_ARGUMENTS,
    complete: gaps.length === 0,
  });
  draft.additions.push({
    ...additionFrom(table.key, info.key),
    reusedColumns: columns
      .filter(({ draft: { useExisting } }) => useExisting)
      .map(({ draft: { name }, attribute }) => name ?? attribute ?? ""),
    columns: built.table.columns,
    foreignKeys: built.table.foreignKeys,
    uniques: built.table.uniques,
    indexes: built.table.indexes,
    checks: built.table.checks,
    complete: built.table.complete,
  });
  draft.unresolved.push(...built.gaps.map(unresolvedGap));
  draft.problems.push(...built.problems);
  return attributesOf(built.table.columns);
}

function attributesOf(
  columns: readonly { readonly attribute: string | null; readonly name: string }[],
): ReadonlyMap<string, string> {
  return new Map(columns.flatMap(({ attribute, name }) => (attribute === null ? [] : [[attribute, name] as const])));
}
