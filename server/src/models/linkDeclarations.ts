import { checkTables } from "./checks/checkTables.ts";
import { identifyTable, isTableCall } from "./core/coreTable.ts";
import type { DeclaredTable } from "./declaredTable.ts";
import type { Program } from "./evaluation/program.ts";
import type { FileDeclarations, TableAddition } from "./fileDeclarations.ts";
import type { MappedClassDeclaration, MappedDeclarations } from "./mappedDeclarations.ts";
import type { RelationshipDeclaration } from "./relationshipDeclaration.ts";
import type { ClassKey, ModelProblem, Table, TableKey, Unresolved } from "./schema.ts";
import { addToTable } from "./tables/additions.ts";
import { tableKeyOf } from "./tables/buildTable.ts";
import type { TableLookup } from "./tables/foreignKeyTargets.ts";
import { type LinkedTable, linkTable } from "./tables/linkTables.ts";
import type { CallValue, Value } from "./value.ts";

/** All declarations put together, with what a later build can keep of it. */
export interface LinkedDeclarations {
  readonly declarations: MappedDeclarations;
  readonly tables: ReadonlyMap<TableKey, LinkedTable>;
  /** Tables as they were before the additions of other classes, with those additions. */
  readonly extended: ReadonlyMap<DeclaredTable, ExtendedTable>;
}

interface ExtendedTable {
  readonly additions: readonly TableAddition[];
  readonly table: DeclaredTable;
}

/** Joins what the files declare: merges tables, resolves foreign keys, checks what only shows across files. */
export function linkDeclarations(
  program: Program,
  files: readonly FileDeclarations[],
  previous: LinkedDeclarations | null,
): LinkedDeclarations {
  const problems: ModelProblem[] = [];
  const unresolved: Unresolved[] = [];
  const relationships: RelationshipDeclaration[] = [];
  const classes = new Map<ClassKey, MappedClassDeclaration>();
  const declared = new Map<TableKey, DeclaredTable>();
  const additions = new Map<TableKey, TableAddition[]>();
  for (const file of files) {
    for (const table of file.tables)
      if (!declared.has(table.key) || table.extendExisting) declared.set(table.key, table);
    for (const declaration of file.classes) classes.set(declaration.key, declaration);
    for (const addition of file.additions) {
      const list = additions.get(addition.table);
      if (list === undefined) additions.set(addition.table, [addition]);
      else list.push(addition);
    }
    problems.push(...file.problems);
    unresolved.push(...file.unresolved);
    relationships.push(...file.relationships);
  }
  const extended = extend(declared, additions, previous);
  for (const [key, table] of declared) declared.set(key, extended.get(table)?.table ?? table);
  const lookup = tableLookup(program, declared, classes);
  const linked = new Map<TableKey, LinkedTable>();
  for (const [key, table] of declared) {
    const result = linkTable(table, lookup, previous?.tables.get(key));
    linked.set(key, result);
    unresolved.push(...result.unresolved);
  }
  const tables = new Map<TableKey, Table>();
  for (const [key, { table }] of linked) tables.set(key, table);
  const outside = outsideDefinitions(program, files);
  problems.push(...checkTables(files, linked, classes, outside));
  const declarations: MappedDeclarations = {
    tables,
    classes,
    relationships,
    problems,
    unresolved,
    evaluate: program.evaluate,
    tableOf: (value) => {
      const key = lookup.tableOfValue(value)?.key;
      return key === undefined ? null : (tables.get(key) ?? null);
    },
    mayDefineMore: outside.mayDefineMore,
  };
  return { declarations, tables: linked, extended };
}

function extend(
  declared: ReadonlyMap<TableKey, DeclaredTable>,
  additions: ReadonlyMap<TableKey, readonly TableAddition[]>,
  previous: LinkedDeclarations | null,
): Map<DeclaredTable, ExtendedTable> {
  const extended = new Map<DeclaredTable, ExtendedTable>();
  for (const [key, list] of additions) {
    const table = declared.get(key);
    if (table === undefined) continue;
    const known = previous?.extended.get(table);
    const same =
      known !== undefined &&
      known.additions.length === list.length &&
      known.additions.every((item, index) => item === list[index]);
    extended.set(table, same ? known : { additions: list, table: addToTable(table, list) });
  }
  return extended;
}

function tableLookup(
  program: Program,
  tables: ReadonlyMap<TableKey, DeclaredTable>,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
): TableLookup {
  const schemas = new Map<string, string | null>();
  for (const table of tables.values()) if (!schemas.has(table.metadata)) schemas.set(table.metadata, null);

  function tableOfValue(value: Value): DeclaredTable | null {
    if (value.kind === "class") {
      const declaration = classes.get(value.key);
      return declaration === undefined ? null : (tables.get(declaration.table) ?? null);
    }
    if (value.kind === "call") return isTableCall(value) ? tableOfCall(value) : null;
    if (value.kind !== "table") return null;
    if (value.of.kind === "table") return tables.get(value.of.key) ?? null;
    if (value.of.kind === "class") {
      const declaration = classes.get(value.of.key);
      if (declaration !== undefined) return tables.get(declaration.table) ?? null;
    }
    const call = program.tableCall(value);
    return call === null ? null : tableOfCall(call);
  }

  function tableOfCall(call: CallValue): DeclaredTable | null {
    const identity = identifyTable(program, call);
    if (identity === null) return null;
    return tables.get(tableKeyOf(identity.metadata.key, identity.schema, identity.name)) ?? null;
  }

  return {
    table: (key) => tables.get(key),
    tableOfValue,
    columnOfAttribute: (value, attribute) => {
      let declaration = value.kind === "class" ? classes.get(value.key) : undefined;
      for (let depth = 0; declaration !== undefined && depth < 50; depth++) {
        const table = tables.get(declaration.table);
        const name = declaration.attributes.get(attribute);
        const column = table?.columns.find((candidate) => candidate.name === name);
        if (table !== undefined && column !== undefined) return { table, column };
        declaration = declaration.inherits === null ? undefined : classes.get(declaration.inherits);
      }
      return null;
    },
    defaultSchema: (metadata) => schemas.get(metadata) ?? null,
  };
}

/** What modules outside the workspace, or code inside functions, may define besides what is listed. */
export interface OutsideDefinitions {
  readonly mayDefineMore: (registry: string, name?: string) => boolean;
  /** Whether a table of this name may be defined out of sight. */
  readonly mayDefineTable: (name: string) => boolean;
}

function outsideDefinitions(program: Program, files: readonly FileDeclarations[]): OutsideDefinitions {
  const missingModules = files.some((file) => file.missingModules);
  const hidden = files.some((file) => file.hidden.length > 0);
  const names = new Set<string>();
  for (const file of files) for (const name of file.outsideNames) names.add(comparable(name));
  for (const file of files) for (const name of file.hidden) names.add(comparable(name));
  for (const facts of program.files.values()) for (const name of facts.deferred) names.add(comparable(name));
  return {
    mayDefineMore: (_registry, name) =>
      missingModules || hidden || (name !== undefined && names.has(comparable(name))),
    mayDefineTable: (name) =>
      missingModules || hidden || names.has(comparable(name)) || names.has(comparable(name).replace(/s$/, "")),
  };
}

/** `UserProfile`, `user_profile` and `userprofile` may all stand for one model. */
function comparable(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
