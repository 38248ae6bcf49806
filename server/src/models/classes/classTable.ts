import { configuredMember, mappedBase } from "../declarative/inheritance.ts";
import type { Program } from "../evaluation/program.ts";
import { textOf } from "../evaluation/strings.ts";
import { unknown } from "../evaluation/unknown.ts";
import { classLocation } from "../modelProblem.ts";
import { metadataAt } from "../registries/changedMetadata.ts";
import { type MetadataReference, metadataOfClass, tableSchema } from "../registries/metadata.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import { isSqlModel } from "../sqlmodel/tableFlag.ts";
import { flagOption, tableKeyOf, textOption } from "../tables/buildTable.ts";
import { NO_TABLE_ARGUMENTS, type TableArguments, withItems } from "../tables/tableArguments.ts";
import type { Value } from "../value.ts";
import { attachedItems } from "./attachedItems.ts";
import type { ClassInfo } from "./classInfo.ts";
import { readTableArgumentsValue } from "./classTableArguments.ts";
import { memberFromClasses } from "./members.ts";
import { ownPrimaryKey } from "./ownPrimaryKey.ts";
import { generatedTableName, tableNameOf } from "./tableName.ts";
import { type SourcedTable, sourcedTable } from "./tableSource.ts";

/** Which table a mapped class gets. */
export type ClassTable = DeclaredClassTable | GivenTable | InheritedTable | NoTable;

interface NamedTable {
  readonly key: TableKey;
  readonly name: string;
  readonly schema: string | null;
  readonly metadata: MetadataReference;
}

export interface DeclaredClassTable extends NamedTable {
  readonly kind: "declared";
  readonly arguments: TableArguments;
}

/** `__table__ = ...`: a table that exists on its own, or that of another class. */
export interface GivenTable extends SourcedTable {
  readonly kind: "given";
}

/** Single-table inheritance: the rows live in the table of the base. */
export interface InheritedTable extends NamedTable {
  readonly kind: "inherited";
  readonly base: ClassKey;
  /** Of a subclass that names the table of its base again, with `extend_existing=True`. */
  readonly arguments: TableArguments;
}

export type NoTable = { readonly kind: "missing" } | { readonly kind: "unknown"; readonly why: string };

export function classTable(program: Program, key: ClassKey): ClassTable {
  return program.remember<ClassKey, ClassTable>(
    program.caches.classTables,
    key,
    () => {
      const info = program.classInfo(key);
      return info === null ? { kind: "unknown", why: "the class is not known" } : decide(program, info);
    },
    { kind: "unknown", why: "its table depends on itself" },
  );
}

function decide(program: Program, info: ClassInfo): ClassTable {
  const given = givenTable(program, info);
  if (given !== null) return given;
  const base = isSqlModel(info) ? null : mappedBase(program, info);
  const name = tableNameFor(program, info, base);
  if (name !== null && name.kind !== "string" && name.kind !== "none") {
    return { kind: "unknown", why: name.kind === "unknown" ? name.why : "its table name is not a constant" };
  }
  const attached = isSqlModel(info) ? [] : attachedItems(program, info);
  if (name === null || name.kind === "none") {
    if (base === null) return { kind: "missing" };
    return inheritedTable(program, base, withItems(NO_TABLE_ARGUMENTS, attached, info.name));
  }
  if (!isSqlModel(info) && memberFromClasses(program, info, "__table_cls__", classLocation(info)) !== null)
    return { kind: "unknown", why: "its __table_cls__ makes the table" };
  const configured = configuredMember(program, info, "__table_args__");
  const tableArguments = withItems(
    configured === null ? NO_TABLE_ARGUMENTS : readTableArgumentsValue(configured.value, info.name),
    attached,
    info.name,
  );
  const files = info.classes.map(({ file }) => file);
  const metadata = metadataAt(program, metadataOfClass(program, info), classLocation(info), files);
  const option = textOption(tableArguments, "schema");
  const schema = tableSchema(option, metadata.schema);
  if (schema === undefined) return { kind: "unknown", why: "its schema is not a constant" };
  const key = tableKeyOf(metadata.key, schema, name.value);
  const inherited = base === null ? null : inheritedTable(program, base, tableArguments);
  if (inherited?.kind === "inherited" && inherited.key === key && flagOption(tableArguments, "extend_existing")) {
    return inherited;
  }
  return { kind: "declared", key, name: textOf(name), schema, metadata, arguments: tableArguments };
}

/** The name that declarative uses: plain names of mapped bases do not count. */
function tableNameFor(program: Program, info: ClassInfo, base: ClassKey | null): Value | null {
  if (isSqlModel(info)) return tableNameOf(program, info.key);
  const generated = generatedTableName(program, info);
  const named = configuredMember(program, info, "__tablename__")?.value ?? null;
  // Flask-SQLAlchemy makes no table for a subclass without a primary key of its own, but where that table is there already.
  if (generated !== null && base !== null && !isNameOfTable(program, named, base)) {
    const key = ownPrimaryKey(program, info);
    if (key !== "declared") {
      return key === "none" ? null : unknown("whether it has a primary key of its own is not known", generated.at);
    }
  }
  return named ?? generated;
}

function isNameOfTable(program: Program, name: Value | null, base: ClassKey): boolean {
  const table = name?.kind === "string" ? classTable(program, base) : null;
  return name?.kind === "string" && table !== null && "name" in table && table.name === textOf(name);
}

function inheritedTable(program: Program, base: ClassKey, tableArguments = NO_TABLE_ARGUMENTS): ClassTable {
  const table = classTable(program, base);
  if (table.kind === "missing" || table.kind === "unknown")
    return { kind: "unknown", why: "the table of its base class is not known" };
  const { key, name, schema, metadata } = table;
  return { kind: "inherited", key, name, schema, metadata, base, arguments: tableArguments };
}

function givenTable(program: Program, info: ClassInfo): ClassTable | null {
  const configured = configuredMember(program, info, "__table__");
  const binding = info.indexed.names.get("__table__")?.at(-1);
  const value =
    binding?.kind === "assignment" && binding.value !== null
      ? program.evaluate(binding.value, info.scope)
      : (configured?.value ?? null);
  if (
    value === null ||
    (binding === undefined && configured?.own !== true && (value.kind === "none" || isTableOfClass(value)))
  )
    return null;
  const sourced = sourcedTable(program, value, classTable);
  if (sourced === null) return { kind: "unknown", why: "its __table__ is not known" };
  const base = mappedBase(program, info);
  const inherited = base === null ? null : inheritedTable(program, base);
  return inherited?.kind === "inherited" && inherited.key === sourced.key ? inherited : { kind: "given", ...sourced };
}

function isTableOfClass(value: Value): boolean {
  return value.kind === "table" && value.of.kind === "class";
}
