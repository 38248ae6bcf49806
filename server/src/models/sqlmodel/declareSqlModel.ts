import { missingPrimaryKey } from "../checks/missingPrimaryKey.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { classTable } from "../classes/classTable.ts";
import { attributesOf, selectColumns } from "../classes/columnSelection.ts";
import { gapsOfBases } from "../classes/gaps.ts";
import { gapsOfHooks } from "../classes/hooks.ts";
import { mappedClass } from "../classes/mappedClass.ts";
import { isAbstract } from "../classes/mappedState.ts";
import { mapperOptionsOf } from "../classes/mapperOptions.ts";
import type { Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { type FileDeclarationsDraft, unresolvedGap } from "../fileDeclarations.ts";
import { mergeNames } from "../mergeNames.ts";
import { classLocation, modelProblem, ofClass } from "../modelProblem.ts";
import type { ModelProblem } from "../schema/schema.ts";
import { buildTable } from "../tables/buildTable.ts";
import type { PlacedColumn } from "../tables/placedColumn.ts";
import { accidentallyNullable, refusedSetNull, reservedName } from "./fieldChecks.ts";
import { columnOfField } from "./fieldColumn.ts";
import { type ModelField, modelFields } from "./fields.ts";
import { plainMixinAttributes } from "./plainMixins.ts";
import { declareOwnRelationships, relationshipNames, relationshipsInBases } from "./relationships.ts";
import { isTableModel } from "./tableFlag.ts";

/** Adds the table, the mapped class and the relationships that a SQLModel class declares; nothing for one without a table. */
export function declareSqlModel(program: Program, info: ClassInfo, draft: FileDeclarationsDraft): void {
  const isTable = isTableModel(program, info.key);
  if (isTable === null) {
    draft.unresolved.push({
      ...classLocation(info),
      what: `table of ${info.name}`,
      why: "whether it is a table is not known",
    });
  }
  if (isTable !== true || isAbstract(program, info)) return;
  const tableBase = info.bases.find((base) => base.kind === "class" && isTableModel(program, base.key) === true);
  if (tableBase === undefined) declareTable(program, info, draft);
  else if (tableBase.kind === "class" && !isNamespace(info)) declareBelowTable(program, info, tableBase.key, draft);
}

/** SQLModel makes no table below a table; a metaclass or a base that is not read may have the class mapped all the same. */
function declareBelowTable(
  program: Program,
  info: ClassInfo,
  base: ClassInfo["key"],
  draft: FileDeclarationsDraft,
): void {
  const gaps = [...gapsOfBases(program, info), ...gapsOfHooks(program, info)];
  if (gaps.length === 0) {
    reportTableBase(program, info, base, draft);
    reportRefusedFields(program, info, draft);
  } else {
    draft.unresolved.push(...gaps.map(unresolvedGap));
    draft.hidden.push(info.name);
  }
}

/** SQLModel makes a column of every field all the same, before it leaves the mapping out. */
function reportRefusedFields(program: Program, info: ClassInfo, draft: FileDeclarationsDraft): void {
  const problems: ModelProblem[] = [];
  for (const field of modelFields(program, info.key).values())
    if (field.owner === info.key) placeField(program, info, field, { problems, gaps: [] });
  draft.problems.push(...problems.filter(({ phase }) => phase === "import"));
}

/** A class that only has functions to add, as the queries about the rows of its base: nobody expects a table of it. */
function isNamespace(info: ClassInfo): boolean {
  return !asksForTable(info) && info.fact.body.every(({ kind }) => kind === "function");
}

/** Whether somebody expects a table of the class, beyond what it inherits. */
function asksForTable({ fact, indexed }: ClassInfo): boolean {
  return (
    fact.arguments.some(({ keyword, spread }) => keyword?.name === "table" || spread === "**") ||
    ["__tablename__", "__table_args__", "model_config"].some((name) => indexed.names.has(name))
  );
}

/** `details.base`: the name of the table class it inherits from; `details.expected`: "table" where it says that it is one. */
function reportTableBase(
  program: Program,
  info: ClassInfo,
  base: ClassInfo["key"],
  draft: FileDeclarationsDraft,
): void {
  const baseInfo = program.classInfo(base);
  const baseName = baseInfo?.name ?? base;
  draft.problems.push(
    modelProblem({
      ...ofClass(info),
      code: "sqlmodel-table-inheritance",
      phase: "warning",
      exception: "NoInspectionAvailable",
      message: "No inspection system is available for object of type <class 'sqlmodel.main.SQLModelMetaclass'>",
      location: classLocation(info),
      related: baseInfo === null ? [] : [{ ...classLocation(baseInfo), message: `${baseName} is a table class` }],
      details: { base: baseName, expected: asksForTable(info) ? "table" : "fields" },
    }),
  );
}

function declareTable(program: Program, info: ClassInfo, draft: FileDeclarationsDraft): void {
  const location = classLocation(info);
  const mixins = plainMixinAttributes(program, info);
  const gaps: Gap[] = [...gapsOfBases(program, info), ...gapsOfHooks(program, info), ...mixins.gaps];
  const fields = modelFields(program, info.key);
  const relationships = relationshipsInBases(program, info, draft);
  const columns: PlacedColumn[] = [];
  for (const name of columnOrder(program, info, fields)) {
    const field = fields.get(name);
    if (field === undefined || relationships.has(name)) continue;
    const column = placeField(program, info, field, { problems: draft.problems, gaps });
    if (column !== null) columns.push(column);
    draft.problems.push(...reservedName(info, field));
  }
  columns.push(...mixins.columns);
  const table = classTable(program, info.key);
  if (table.kind !== "declared") {
    const why = table.kind === "unknown" ? table.why : "it has a __table__ of its own";
    draft.unresolved.push(...gaps.map(unresolvedGap), { ...location, what: `table of ${info.name}`, why });
    draft.hidden.push(info.name);
    return;
  }
  const built = buildTable({
    ...table,
    classKey: info.key,
    className: info.name,
    module: info.module,
    location,
    columns,
    complete: gaps.length === 0,
  });
  const options = mapperOptionsOf(program, info);
  const made = { ...built.table, columns: selectColumns(built.table.columns, options.columns) };
  draft.tables.push(made);
  draft.problems.push(...built.problems);
  draft.unresolved.push(
    ...gaps.map(unresolvedGap),
    ...built.gaps.map(unresolvedGap),
    ...options.gaps.map(unresolvedGap),
  );
  draft.classes.push(
    mappedClass(program, info, {
      origin: "sqlmodel",
      table: table.key,
      metadata: table.metadata.key,
      ownTable: true,
      namesTableAgain: false,
      inherits: null,
      inheritance: "none",
      ancestors: [],
      attributes: attributesOf(made.columns),
      options,
      unmappedAnnotations: "read",
      gaps: [...gaps, ...options.gaps],
    }),
  );
  draft.relationships.push(...declareOwnRelationships(program, info), ...mixins.relationships);
  draft.problems.push(...missingPrimaryKey(info, made, options));
}

/** Columns and then relationships are set on the class in the order of the fields, then visited together with its annotations. */
function columnOrder(program: Program, info: ClassInfo, fields: ReadonlyMap<string, ModelField>): readonly string[] {
  const own = relationshipNames(program, info);
  const annotated = new Set<string>([...own, ...info.indexed.annotated.keys()]);
  return mergeNames(new Set([...fields.keys(), ...own]), annotated);
}

function placeField(
  program: Program,
  info: ClassInfo,
  field: ModelField,
  { problems, gaps }: { readonly problems: ModelProblem[]; readonly gaps: Gap[] },
): PlacedColumn | null {
  const column = columnOfField(program, field, `${info.name}.${field.name}`);
  if (column.kind === "unknown") {
    gaps.push(column.gap);
    return null;
  }
  if (column.kind === "error" && gaps.length > 0) {
    const what = `attribute ${info.name}.${field.name}`;
    gaps.push({
      ...field.location,
      what,
      why: "what the unknown part of its class makes of its annotation is not known",
    });
    return null;
  }
  if (column.kind === "column") {
    problems.push(...refusedSetNull(info, field, column), ...accidentallyNullable(info, field, column));
    return column.column;
  }
  problems.push(
    modelProblem({
      ...ofClass(info),
      code: "other",
      phase: "import",
      exception: column.exception,
      message: column.message,
      location: field.location,
      attribute: field.name,
    }),
  );
  return null;
}
