import type { ClassInfo } from "../classes/classInfo.ts";
import { classTable } from "../classes/classTable.ts";
import { mappingDecorator } from "../classes/decorators.ts";
import { mappedState } from "../classes/mappedState.ts";
import { declareInlineTables } from "../core/coreTable.ts";
import { allowsUnmapped } from "../declarative/allowUnmapped.ts";
import { kindOfAttribute } from "../declarative/attributeKinds.ts";
import { readColumnAttribute } from "../declarative/mappedColumn.ts";
import type { Program } from "../evaluation/program.ts";
import { type FileDeclarationsDraft, unresolvedGap } from "../fileDeclarations.ts";
import type { Location } from "../schema/keys.ts";
import { additionFrom } from "../tables/additions.ts";
import { buildTable } from "../tables/buildTable.ts";
import { NO_TABLE_ARGUMENTS } from "../tables/tableArguments.ts";
import type { Scope, Value } from "../value.ts";
import { problemsOfUnmapped } from "./unmappedRelationship.ts";

/** An attribute given to a class after its statement. */
export interface AssignedAttribute {
  readonly target: Value;
  readonly name: string;
  readonly location: Location;
  readonly value: Value;
  /** Given to the class, or to its mapper by `add_property()`. */
  readonly through: "class" | "mapper";
  /** Why it is not certain that it is given; null where it is. */
  readonly doubt: string | null;
}

/** `User.posts = relationship(...)`, `User.note = mapped_column(...)`. */
export function assignAttribute(
  program: Program,
  assigned: AssignedAttribute,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  const { target, name, location, value, through, doubt } = assigned;
  if (!isDeclaring(value)) return;
  const info = target.kind === "class" ? program.classInfo(target.key) : null;
  if (info === null || doubt !== null) {
    noteUnknownAttribute(program, target, location, doubt ?? "the class is not known", draft);
    return;
  }
  if (mappedState(program, info.key) !== "mapped" && !draft.classes.some(({ key }) => key === info.key)) return;
  const isRelationship = kindOfAttribute(value).kind === "relationship";
  if (through === "class" && !noticesAttributes(program, info)) {
    if (isRelationship) draft.problems.push(...problemsOfUnmapped(info, assigned));
    return;
  }
  if (isRelationship) {
    draft.relationships.push({
      owner: info.key,
      name,
      location,
      annotation: null,
      value,
      scope,
      futureAnnotations: false,
      addedLater: true,
    });
    draft.tables.push(...declareInlineTables(program, value, scope.module));
  } else addColumn(program, info, name, location, value, draft);
}

/** Whether the class of a class maps what is assigned to it later; one mapped by a registry alone is a class like any other. */
function noticesAttributes(program: Program, info: ClassInfo): boolean {
  if (mappedState(program, info.key) !== "mapped" || mappingDecorator(program, info) !== null) return false;
  return !info.libraries.has("sqlalchemy.orm.DeclarativeBaseNoMeta");
}

export function isDeclaring(value: Value): boolean {
  const { kind } = kindOfAttribute(value);
  return kind === "relationship" || kind === "column";
}

/** An attribute whose name or class is not known: a known class may have it, an unknown one hides it. */
export function noteUnknownAttribute(
  program: Program,
  target: Value,
  at: Location,
  why: string,
  draft: FileDeclarationsDraft,
): void {
  const { file, start, end } = at;
  const gap = { file, start, end, what: "an attribute assigned to a class", why };
  draft.unresolved.push(gap);
  const table = target.kind === "class" ? classTable(program, target.key) : null;
  if (target.kind !== "class" || table === null || table.kind === "unknown" || table.kind === "missing") {
    draft.hidden.push("a class");
    return;
  }
  draft.classGaps.push({ classKey: target.key, gap });
  draft.additions.push({ ...additionFrom(table.key, null), complete: false });
}

function addColumn(
  program: Program,
  info: ClassInfo,
  name: string,
  location: Location,
  value: Value,
  draft: FileDeclarationsDraft,
): void {
  const table = classTable(program, info.key);
  if (table.kind === "unknown" || table.kind === "missing") return;
  const attribute = { name, value, annotation: null, location, owner: info, declared: false };
  const { column } = readColumnAttribute(program, info, attribute, allowsUnmapped(program, info));
  const built = buildTable({
    key: table.key,
    name: table.name,
    schema: table.schema,
    metadata: table.metadata,
    classKey: info.key,
    className: info.name,
    module: info.module,
    location,
    columns: [column],
    arguments: NO_TABLE_ARGUMENTS,
    complete: true,
  });
  draft.additions.push({
    ...additionFrom(table.key, null),
    columns: built.table.columns,
    foreignKeys: built.table.foreignKeys,
    uniques: built.table.uniques,
    indexes: built.table.indexes,
    checks: built.table.checks,
    complete: built.table.complete,
    mapping: { classKey: info.key, attributes: new Map([[name, built.table.columns[0]?.name ?? name]]) },
  });
  draft.unresolved.push(...built.gaps.map(unresolvedGap));
  draft.problems.push(...built.problems);
}
