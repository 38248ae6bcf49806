import { calleeName, keywordOf } from "../columns/callReader.ts";
import { readColumnCall } from "../columns/columnCall.ts";
import { isNullable } from "../columns/nullability.ts";
import type { DeclaredTable, Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import { textOf } from "../evaluation/strings.ts";
import { metadataAt } from "../registries/changedMetadata.ts";
import {
  type MetadataReference,
  metadataOf,
  metadataOfCall,
  metadataOfInstance,
  tableSchema,
} from "../registries/metadata.ts";
import type { ClassKey, Location, TableKey } from "../schema/keys.ts";
import { type BuiltTable, buildTable, tableKeyOf } from "../tables/buildTable.ts";
import type { PlacedColumn } from "../tables/placedColumn.ts";
import { readTableArguments, type TableArguments } from "../tables/tableArguments.ts";
import type { CallValue, DictValue, Value } from "../value.ts";

/** A `Table(...)` call read; null where its name or metadata is not known. */
export interface CoreTable extends BuiltTable {
  readonly metadata: MetadataReference;
}

/** Which table a `Table(...)` call means, without reading its columns. */
export interface TableIdentity {
  readonly key: TableKey;
  readonly name: string;
  readonly schema: string | null;
  readonly metadata: MetadataReference;
  /** The arguments after name and metadata. */
  readonly items: readonly Value[];
}

/** Whether a call makes a table: `Table(...)`, or `db.Table(...)` of Flask-SQLAlchemy. */
export function isTableCall(call: CallValue): boolean {
  const { callee } = call;
  if (callee.kind === "symbol") return callee.name === "sqlalchemy.Table";
  return callee.kind === "attribute" && callee.name === "Table" && callee.of.kind === "instance";
}

export function identifyTable(program: Program, call: CallValue): TableIdentity | null {
  const [first, second, ...rest] = call.arguments;
  const name = first ?? keywordOf(call, "name")?.value;
  if (name?.kind !== "string") return null;
  const ofFlask = call.callee.kind === "attribute" && call.callee.of.kind === "instance" ? call.callee.of : null;
  const given = second ?? keywordOf(call, "metadata")?.value;
  let metadata = given === undefined ? null : metadataGiven(program, call, name.value, given);
  let items: readonly Value[] = rest;
  if (metadata === null && ofFlask !== null) {
    metadata = metadataOfInstance(program, ofFlask);
    items = call.arguments.slice(1);
  }
  if (metadata === null) return null;
  metadata = metadataAt(program, metadata, call.at, [call.at.file]);
  const space = tableSchema(keywordOf(call, "schema")?.value, metadata.schema);
  if (space === undefined) return null;
  return { key: tableKeyOf(metadata.key, space, name.value), name: textOf(name), schema: space, metadata, items };
}

/** `Table("node", MetaData(), ...)`: what is made on the spot holds that table alone. */
function metadataGiven(program: Program, { at }: CallValue, name: string, given: Value): MetadataReference | null {
  const own = given.kind === "call" ? metadataOfCall(`${at.file}:${name}.metadata`, given) : null;
  return own ?? metadataOf(program, given);
}

/** Reads a `Table(...)`. `classKey` is the class whose `__table__` it is, if it stands there. */
export function readCoreTable(
  program: Program,
  call: CallValue,
  module: string,
  classKey: ClassKey | null,
): CoreTable | null {
  const identity = identifyTable(program, call);
  if (identity === null) return null;
  const columns: PlacedColumn[] = [];
  const others: Value[] = [];
  const gaps: Gap[] = [];
  for (const item of identity.items) {
    if (item.kind === "call" && calleeName(item) === "sqlalchemy.Column")
      columns.push(placeCoreColumn(program, item, identity.name, classKey));
    else others.push(item);
  }
  if (keywordOf(call, "autoload_with") !== null || keywordOf(call, "autoload") !== null) {
    gaps.push({ ...call.at, what: `columns of ${identity.name}`, why: "they are read from the database" });
  }
  if (!call.complete)
    gaps.push({ ...call.at, what: `columns of ${identity.name}`, why: "the table takes arguments that are not known" });
  const built = buildTable({
    key: identity.key,
    name: identity.name,
    schema: identity.schema,
    metadata: identity.metadata,
    classKey,
    className: null,
    module,
    location: call.at,
    columns,
    arguments: tableArguments(call, others, identity.name),
    complete: gaps.length === 0,
  });
  return { ...built, gaps: [...gaps, ...built.gaps], metadata: identity.metadata };
}

function tableArguments(call: CallValue, others: readonly Value[], name: string): TableArguments {
  const entries = call.keywords.map((keyword) => ({
    key: { kind: "string" as const, value: keyword.name, at: keyword.at },
    value: keyword.value,
  }));
  const options: DictValue = { kind: "dict", entries, complete: true, at: call.at };
  return readTableArguments(others, options, name);
}

/** A `Column(...)` among the arguments of a table. */
export function placeCoreColumn(
  program: Program,
  call: CallValue,
  table: string,
  classKey: ClassKey | null,
): PlacedColumn {
  const name = call.arguments[0];
  const draft = readColumnCall(program, call, `${table}.${name?.kind === "string" ? name.value : "column"}`);
  const location: Location = draft.nameLocation ?? call.at;
  return {
    draft,
    attribute: classKey === null ? null : (draft.key ?? draft.name),
    nullable: isNullable(draft),
    location,
    annotation: null,
    foreignKeyLocation: location,
  };
}

/** Tables that are made on the spot in a relationship's arguments (`secondary=Table(...)`). */
export function declareInlineTables(program: Program, value: Value, module: string): readonly DeclaredTable[] {
  if (value.kind !== "call") return [];
  return value.keywords.flatMap(({ value: argument }) => {
    if (argument.kind !== "call" || !isTableCall(argument)) return [];
    const read = readCoreTable(program, argument, module, null);
    return read === null ? [] : [read.table];
  });
}
