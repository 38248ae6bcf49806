import { missingPrimaryKey } from "../checks/missingPrimaryKey.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import type { ClassTable, NoTable } from "../classes/classTable.ts";
import { attributesOf, selectColumns } from "../classes/columnSelection.ts";
import type { MapperOptions } from "../classes/mapperOptions.ts";
import { readSource } from "../core/readSource.ts";
import type { Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { type FileDeclarationsDraft, unresolvedGap } from "../fileDeclarations.ts";
import { classLocation, modelProblem, ofClass } from "../modelProblem.ts";
import type { ModelProblem } from "../schema/schema.ts";
import { additionFrom } from "../tables/additions.ts";
import { buildTable, flagOption } from "../tables/buildTable.ts";
import type { PlacedColumn } from "../tables/placedColumn.ts";
import { withoutItems } from "../tables/tableArguments.ts";
import { withProperties } from "./explicitProperty.ts";
import type { ScannedAttributes } from "./scanAttributes.ts";

/** Declares the table, or adds to the one the class shares; gives the attributes that are columns. */
export function placeTable(
  program: Program,
  info: ClassInfo,
  table: Exclude<ClassTable, NoTable>,
  scan: ScannedAttributes,
  options: MapperOptions,
  gaps: Gap[],
  draft: FileDeclarationsDraft,
): ReadonlyMap<string, string> {
  const location = classLocation(info);
  const selection = withProperties(options.columns, scan.properties);
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
    const made = { ...built.table, columns: selectColumns(built.table.columns, selection) };
    draft.tables.push(made);
    draft.unresolved.push(...built.gaps.map(unresolvedGap));
    draft.problems.push(...built.problems);
    draft.problems.push(...missingPrimaryKey(info, made, options));
    return attributesOf(made.columns);
  }
  if (table.kind === "given") {
    const { source } = table;
    const inline = source.kind === "call" && source.inline;
    const read = readSource(program, source, info.module, inline ? info.key : null);
    if (read === null) return new Map();
    // What a mixin has is left out where the table has a column of that name.
    const additional = columns.find(({ draft: { name }, attribute, location: { file, start } }) => {
      const isOwn = file === info.file && start >= info.fact.start && start <= info.fact.end;
      return isOwn || !read.table.columns.some((column) => column.name === (name ?? attribute));
    });
    if (additional !== undefined) draft.problems.push(columnBesideTable(info, additional));
    const named = read.table.columns.map((column) => ({
      ...column,
      attribute: scan.tableColumns.get(column.key) ?? column.key,
    }));
    const mapped = selectColumns(named, selection);
    const attributes = attributesOf(mapped);
    if (inline) {
      const made = { ...read.table, classKey: info.key, columns: mapped };
      draft.tables.push({ ...made, location, complete: read.table.complete && gaps.length === 0 });
      draft.unresolved.push(...read.gaps.map(unresolvedGap));
      draft.problems.push(...read.problems);
    } else draft.additions.push({ ...additionFrom(table.key, info.key), mapping: { classKey: info.key, attributes } });
    return attributes;
  }
  const built = buildTable({
    key: table.key,
    name: table.name,
    schema: table.schema,
    metadata: table.metadata,
    classKey: info.key,
    className: info.name,
    module: info.module,
    location,
    columns,
    arguments: withoutItems(table.arguments),
    complete: gaps.length === 0,
  });
  const added = selectColumns(built.table.columns, selection);
  // A table that is extended takes a column of the same name for a new definition.
  const extendsTable = flagOption(table.arguments, "extend_existing");
  draft.additions.push({
    ...additionFrom(table.key, info.key),
    reusedColumns: columns
      .filter(({ draft: { useExisting } }) => useExisting || extendsTable)
      .map(({ draft: { name }, attribute }) => name ?? attribute ?? ""),
    columns: added,
    foreignKeys: built.table.foreignKeys,
    uniques: built.table.uniques,
    indexes: built.table.indexes,
    checks: built.table.checks,
    items: table.arguments,
    complete: built.table.complete,
  });
  draft.unresolved.push(...built.gaps.map(unresolvedGap));
  draft.problems.push(...built.problems);
  return attributesOf(added);
}

function columnBesideTable(info: ClassInfo, { attribute, draft, location }: PlacedColumn): ModelProblem {
  return modelProblem({
    ...ofClass(info),
    code: "other",
    phase: "import",
    exception: "ArgumentError",
    message: `Can't add additional column '${draft.key ?? draft.name ?? attribute}' when specifying __table__`,
    location,
    attribute,
  });
}
