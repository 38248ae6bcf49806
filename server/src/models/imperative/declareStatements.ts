import type { Expression } from "../../python/syntax.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { classTable } from "../classes/classTable.ts";
import { mayDefineModels } from "../classes/hooks.ts";
import { mappedState } from "../classes/mappedState.ts";
import { calleeName } from "../columns/callReader.ts";
import { identifyTable, placeCoreColumn } from "../core/coreTable.ts";
import { kindOfAttribute } from "../declarative/attributeKinds.ts";
import { allowsUnmapped } from "../declarative/declareDeclarative.ts";
import { readColumnAttribute } from "../declarative/mappedColumn.ts";
import type { Program } from "../evaluation/program.ts";
import type { Presence } from "../fact.ts";
import { type FileDeclarationsDraft, unresolvedGap } from "../fileDeclarations.ts";
import type { MetadataReference } from "../registries/metadata.ts";
import type { Location, TableKey } from "../schema.ts";
import { additionFrom } from "../tables/additions.ts";
import { buildTable, tableKeyOf } from "../tables/buildTable.ts";
import { NO_TABLE_ARGUMENTS, readIndex, readTableArguments } from "../tables/tableArguments.ts";
import type { AttributeValue, CallValue, Scope, Value } from "../value.ts";
import { declareImperative, mappingRegistry } from "./mapImperatively.ts";

/** Adds what statements outside the classes declare: relationships assigned after the class, imperative mappings, indexes. */
export function declareStatements(program: Program, file: string, draft: FileDeclarationsDraft): void {
  const names = program.namesOf(file);
  if (names === null) return;
  const scope: Scope = { module: names.module, file, classKey: null, bound: new Map() };
  for (const fact of names.facts.body) {
    if (fact.kind === "attributeAssignment") {
      const { attribute } = fact;
      const location = { file, start: attribute.start, end: attribute.end };
      const target = program.evaluate(fact.target, scope);
      assign(program, target, attribute.name, location, program.evaluate(fact.value, scope), fact.when, scope, draft);
    } else if (fact.kind === "call") declareCall(program, program.evaluate(fact.call, scope), fact.when, scope, draft);
    else if (fact.kind === "assignment" && fact.value?.kind === "call") {
      const value = program.evaluate(fact.value, scope);
      if (value.kind === "call" && calleeName(value) === "sqlalchemy.Index") addIndex(program, value, draft);
      else if (value.kind !== "call" || !mapClass(program, value, scope, draft)) {
        noteMaker(program, value, fact.name.name, draft, fact.value.callee, scope);
      }
    }
  }
}

function declareCall(program: Program, value: Value, when: Presence, scope: Scope, draft: FileDeclarationsDraft): void {
  if (value.kind !== "call") return;
  if (mapClass(program, value, scope, draft)) return;
  const callee = calleeName(value);
  if (callee === "sqlalchemy.Index") {
    addIndex(program, value, draft);
    return;
  }
  const [target, name, assigned] = value.arguments;
  if (callee === "builtins.setattr" && target !== undefined && name !== undefined && assigned !== undefined) {
    if (name.kind === "string") assign(program, target, name.value, name.at, assigned, when, scope, draft);
    else if (isDeclaring(assigned))
      noteUnknown(program, target, value.at, "the name of the attribute is not a constant", draft);
  }
  if (value.callee.kind === "attribute" && target !== undefined) appendTo(program, value.callee, target, scope, draft);
  noteMaker(program, value, "a call", draft);
  // `User.__mapper__.add_property("posts", relationship(...))`.
  if (value.callee.kind === "attribute" && value.callee.name === "add_property") {
    const owner =
      value.callee.of.kind === "attribute" && value.callee.of.name === "__mapper__" ? value.callee.of.of : null;
    if (owner !== null && target?.kind === "string" && name !== undefined) {
      assign(program, owner, target.value, target.at, name, when, scope, draft);
    }
  }
}

function mapClass(program: Program, call: CallValue, scope: Scope, draft: FileDeclarationsDraft): boolean {
  const registry = mappingRegistry(call);
  if (registry === null) return false;
  declareImperative(program, call, registry, scope, draft);
  return true;
}

/** `User.posts = relationship(...)`, `User.note = mapped_column(...)`. */
function assign(
  program: Program,
  target: Value,
  name: string,
  location: Location,
  value: Value,
  when: Presence,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  if (!isDeclaring(value)) return;
  const info = target.kind === "class" ? program.classInfo(target.key) : null;
  if (info === null || when === "repeated") {
    noteUnknown(
      program,
      target,
      location,
      when === "repeated" ? "it is assigned in a loop" : "the class is not known",
      draft,
    );
    return;
  }
  if (mappedState(program, info.key) !== "mapped" && !draft.classes.some(({ key }) => key === info.key)) return;
  if (kindOfAttribute(value).kind === "relationship") {
    draft.relationships.push({
      owner: info.key,
      name,
      location,
      annotation: null,
      value,
      scope,
      futureAnnotations: false,
    });
  } else addColumn(program, info, name, location, value, draft);
}

function isDeclaring(value: Value): boolean {
  const { kind } = kindOfAttribute(value);
  return kind === "relationship" || kind === "column";
}

/** An attribute whose name or class is not known: a known class may have it, an unknown one hides it. */
function noteUnknown(program: Program, target: Value, at: Location, why: string, draft: FileDeclarationsDraft): void {
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
    complete: built.table.complete,
    mapping: { classKey: info.key, attributes: new Map([[name, built.table.columns[0]?.name ?? name]]) },
  });
  draft.unresolved.push(...built.gaps.map(unresolvedGap));
  draft.problems.push(...built.problems);
}

/** `Index("ix_user_name", User.name)` outside of any table's arguments. */
function addIndex(program: Program, call: CallValue, draft: FileDeclarationsDraft): void {
  const { name, columns, unique } = readIndex(call);
  const found = columns.flatMap((value) => indexedColumn(program, value, 0) ?? []);
  const [first] = found;
  if (first === undefined) return;
  const index = { name, columns: found.map(({ column }) => column), unique };
  draft.additions.push({ ...additionFrom(first.table, null), indexes: [index] });
}

/** The table and the column that an indexed expression is about: `User.name`, `user.c.name`, `func.lower(User.name)`. */
function indexedColumn(
  program: Program,
  value: Value,
  depth: number,
): { readonly table: TableKey; readonly column: string } | null {
  if (depth > 8) return null;
  if (value.kind === "attribute") {
    if (value.of.kind === "class") {
      const table = classTable(program, value.of.key);
      return table.kind === "unknown" || table.kind === "missing" ? null : { table: table.key, column: value.name };
    }
    if (value.of.kind === "attribute" && value.of.name === "c") {
      const owner = value.of.of;
      if (owner.kind === "table" && owner.of.kind === "class") {
        return indexedColumn(program, { ...value, of: { kind: "class", key: owner.of.key, at: owner.at } }, depth + 1);
      }
      const call = owner.kind === "table" ? program.tableCall(owner) : null;
      const identity = call === null ? null : identifyTable(program, call);
      if (identity === null) return null;
      return { table: tableKeyOf(identity.metadata.key, identity.schema, identity.name), column: value.name };
    }
    return null;
  }
  const inside =
    value.kind === "call"
      ? [...(value.callee.kind === "attribute" ? [value.callee.of] : []), ...value.arguments]
      : value.kind === "operation"
        ? value.operands
        : [];
  for (const part of inside) {
    const found = indexedColumn(program, part, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** `table.append_column(Column(...))`, `User.__table__.append_constraint(...)`. */
function appendTo(
  program: Program,
  callee: AttributeValue,
  item: Value,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  if (callee.name !== "append_column" && callee.name !== "append_constraint") return;
  const table = tableOf(program, callee.of);
  if (table === null) return;
  const isColumn = item.kind === "call" && calleeName(item) === "sqlalchemy.Column";
  const built = buildTable({
    name: table.name,
    schema: table.schema,
    metadata: table.metadata,
    classKey: null,
    className: null,
    module: scope.module,
    location: item.at,
    columns: isColumn ? [placeCoreColumn(program, item, table.name, null)] : [],
    arguments: isColumn ? NO_TABLE_ARGUMENTS : readTableArguments([item], null, table.name),
    complete: isColumn,
  });
  const constraint = !isColumn && calleeName(item).endsWith("Constraint");
  const { columns, foreignKeys, uniques, indexes, checks } = built.table;
  draft.additions.push({
    ...additionFrom(tableKeyOf(table.metadata.key, table.schema, table.name), null),
    columns,
    foreignKeys,
    uniques,
    indexes,
    checks,
    complete: isColumn ? built.table.complete : constraint && built.gaps.length === 0,
  });
}

/** The table behind `user` or `User.__table__`. */
function tableOf(
  program: Program,
  value: Value,
): { readonly name: string; readonly schema: string | null; readonly metadata: MetadataReference } | null {
  if (value.kind !== "table") return null;
  if (value.of.kind === "class") {
    const table = classTable(program, value.of.key);
    return table.kind === "unknown" || table.kind === "missing" ? null : table;
  }
  const call = program.tableCall(value);
  return call === null ? null : identifyTable(program, call);
}

/** A call of the project's own code that makes models, or changes them, in a way that is not followed. */
function noteMaker(
  program: Program,
  value: Value,
  name: string,
  draft: FileDeclarationsDraft,
  callee?: Expression,
  scope?: Scope,
): void {
  const called =
    value.kind === "call"
      ? value.callee
      : callee !== undefined && scope !== undefined
        ? program.evaluate(callee, scope)
        : value;
  const makesClass =
    called.kind === "symbol" &&
    called.name === "builtins.type" &&
    value.kind === "call" &&
    value.arguments.length === 3;
  const isKnown = value.kind !== "call" && value.kind !== "unknown";
  if (isKnown || (!makesClass && !mayDefineModels(program, called))) return;
  if (isTableOrColumn(value)) return;
  const { file, start, end } = value.at;
  draft.unresolved.push({
    file,
    start,
    end,
    what: `what ${name} defines`,
    why: "a function that makes models is not run",
  });
  draft.hidden.push(name);
}

/** A helper that was followed to the column or table it returns. */
function isTableOrColumn(value: Value): boolean {
  return value.kind === "call" && value.callee.kind === "symbol" && value.callee.name !== "builtins.type";
}
