import type { ClassInfo } from "../classes/classInfo.ts";
import { classTable } from "../classes/classTable.ts";
import { attributesOf, selectColumns } from "../classes/columnSelection.ts";
import { type MappedClassParts, mappedClass } from "../classes/mappedClass.ts";
import { type MapperOptions, readMapperOptions } from "../classes/mapperOptions.ts";
import { sourcedTable } from "../classes/tableSource.ts";
import { keywordOf } from "../columns/callReader.ts";
import { readSource } from "../core/readSource.ts";
import { kindOfAttribute } from "../declarative/attributeKinds.ts";
import type { Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { type FileDeclarationsDraft, unresolvedGap } from "../fileDeclarations.ts";
import { registryOfClass, registryOfInstance } from "../registries/registry.ts";
import type { ClassKey } from "../schema/keys.ts";
import { additionFrom } from "../tables/additions.ts";
import type { CallValue, Scope, Value } from "../value.ts";

/** Whether a call maps a class: `mapper_registry.map_imperatively(...)`, `Base.registry.map_imperatively(...)`, `mapper(...)`. */
export function mapsClass({ callee }: CallValue): boolean {
  if (callee.kind === "symbol") return callee.name === "sqlalchemy.orm.mapper";
  if (callee.kind !== "attribute" || callee.name !== "map_imperatively") return false;
  return callee.of.kind === "instance" || (callee.of.kind === "attribute" && callee.of.name === "registry");
}

/** The registry of such a call, null where it is not known. */
export function mappingRegistry(program: Program, { callee }: CallValue): string | null {
  if (callee.kind === "symbol") return callee.name;
  const owner = callee.kind === "attribute" ? callee.of : null;
  const holder = owner?.kind === "attribute" ? owner.of : owner;
  if (holder?.kind === "instance") return registryOfInstance(holder);
  const info = holder?.kind === "class" ? program.classInfo(holder.key) : null;
  return info === null ? null : registryOfClass(program, info);
}

/** `map_imperatively(User, user_table, properties={...})`: a plain class mapped to a table that exists on its own. */
export function declareImperative(
  program: Program,
  call: CallValue,
  registry: string,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  const cls = call.arguments[0] ?? keywordOf(call, "class_")?.value;
  const info = cls?.kind === "class" ? program.classInfo(cls.key) : null;
  if (info === null) {
    draft.unresolved.push({ ...call.at, what: "a class mapped imperatively", why: "the class is not known" });
    draft.hidden.push("a class mapped imperatively");
    return;
  }
  const given = call.arguments[1] ?? keywordOf(call, "local_table")?.value;
  const base = baseOf(call);
  const ofBase = draft.classes.find(({ key }) => key === base);
  const ancestors = base === null ? [] : [base, ...(ofBase?.ancestors ?? [])];
  const declare = (
    placed: Omit<MappedClassParts, "origin" | "ownTable" | "namesTableAgain" | "unmappedAnnotations">,
  ) => {
    const gaps = [...placed.gaps, ...placed.options.gaps];
    const fixed = {
      origin: "imperative",
      ownTable: false,
      namesTableAgain: false,
      unmappedAnnotations: "read",
    } as const;
    const parts = { ...placed, ...fixed, gaps };
    draft.unresolved.push(...gaps.map(unresolvedGap));
    draft.classes.push({ ...mappedClass(program, info, parts), registry });
  };
  const options = imperativeOptions(program, call, info.name);
  if (ofBase !== undefined && (given === undefined || given.kind === "none")) {
    const { gaps } = declareProperties(call, info, scope, draft);
    const { table, metadata } = ofBase;
    declare({
      table,
      metadata,
      inherits: base,
      inheritance: "single",
      ancestors,
      attributes: new Map(),
      options,
      gaps,
    });
    return;
  }
  const sourced = given === undefined ? null : sourcedTable(program, given, classTable);
  const read = sourced === null ? null : readSource(program, sourced.source, info.module, null);
  if (sourced === null || read === null) {
    draft.unresolved.push({ ...call.at, what: `table of ${info.name}`, why: "the table it is mapped to is not known" });
    draft.hidden.push(info.name);
    return;
  }
  if (given?.kind === "call") {
    draft.tables.push(read.table);
    draft.problems.push(...read.problems);
    draft.unresolved.push(...read.gaps.map(unresolvedGap));
  }
  const { renamed, gaps } = declareProperties(call, info, scope, draft);
  const named = read.table.columns.map((column) => ({ ...column, attribute: renamed.get(column.key) ?? column.key }));
  const attributes = attributesOf(selectColumns(named, options.columns));
  draft.additions.push({ ...additionFrom(read.table.key, info.key), mapping: { classKey: info.key, attributes } });
  declare({
    table: read.table.key,
    metadata: sourced.metadata.key,
    inherits: base,
    inheritance: base === null ? "none" : options.concrete ? "concrete" : "joined",
    ancestors,
    attributes,
    options,
    gaps,
  });
}

/** `inherits=User` or `inherits=user_mapper`: the class that the mapped one inherits from. */
function baseOf(call: CallValue): ClassKey | null {
  const given = keywordOf(call, "inherits")?.value;
  const value = given?.kind === "call" && mapsClass(given) ? given.arguments[0] : given;
  return value?.kind === "class" ? value.key : null;
}

/** The options of `__mapper_args__` stand as keywords here. */
function imperativeOptions(program: Program, call: CallValue, name: string): MapperOptions {
  const entries = call.keywords.map((keyword) => ({
    key: { kind: "string" as const, value: keyword.name, at: keyword.at },
    value: keyword.value,
  }));
  return readMapperOptions(program, { kind: "dict", entries, complete: true, at: call.at }, name);
}

/** `properties={...}`: the relationships are declared; given back are new names of columns, by their keys. */
function declareProperties(
  call: CallValue,
  { key: owner, name: className }: ClassInfo,
  scope: Scope,
  draft: FileDeclarationsDraft,
): { readonly renamed: ReadonlyMap<string, string>; readonly gaps: readonly Gap[] } {
  const properties = keywordOf(call, "properties")?.value;
  const renamed = new Map<string, string>();
  const gaps: Gap[] = [];
  const note = (value: Value, why: string) =>
    gaps.push({ ...value.at, what: "a property of an imperative mapping", why });
  const noteAll = (at: Value["at"], why: string) => gaps.push({ ...at, what: `properties of ${className}`, why });
  if (!call.complete) noteAll(call.at, "the call takes arguments that are not known");
  if (properties === undefined) return { renamed, gaps };
  if (properties.kind !== "dict") {
    noteAll(properties.at, "they are not a dictionary");
    return { renamed, gaps };
  }
  if (!properties.complete) note(properties, "the properties are not known");
  for (const { key, value } of properties.entries) {
    if (key.kind !== "string") {
      note(key, "its name is not a constant");
      continue;
    }
    const kind = kindOfAttribute(value);
    if (kind.kind === "relationship") {
      const location = { ...key.at, start: key.at.start + 1, end: key.at.end - 1 };
      const { value: name } = key;
      draft.relationships.push({
        owner,
        name,
        location,
        annotation: null,
        value,
        scope,
        futureAnnotations: false,
        addedLater: false,
      });
    } else if (kind.kind === "tableColumn") renamed.set(kind.column, key.value);
    else if (kind.kind === "unknown") note(value, kind.why);
  }
  return { renamed, gaps };
}
