import type { Column, ColumnType } from "../../src/models/schema/column.ts";
import type { ClassKey, Location, TableKey } from "../../src/models/schema/keys.ts";
import type { MappedClass } from "../../src/models/schema/mappedClass.ts";
import type { CascadeOption, ColumnPair, Relationship } from "../../src/models/schema/relationship.ts";
import type { ModelProblem, Schema } from "../../src/models/schema/schema.ts";
import type { ForeignKey, Table } from "../../src/models/schema/table.ts";

/**
 * A schema written down by hand, for tests of the delete engine that should not depend on the Python reader: tables with
 * their columns, a class for each table that names one, relationships on the classes.
 */
export interface TableSpec {
  readonly class?: string;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
  readonly foreignKeys?: readonly ForeignKeySpec[];
  readonly relationships?: Readonly<Record<string, RelationshipSpec>>;
  readonly inherits?: string;
  readonly inheritance?: MappedClass["inheritance"];
  readonly mapper?: Partial<MappedClass>;
  readonly table?: Partial<Table>;
}

export interface ColumnSpec extends Partial<Omit<Column, "type">> {
  readonly type?: string;
  /** `user.id`: a foreign key of this one column. */
  readonly references?: string;
  readonly onDelete?: string;
}

export interface ForeignKeySpec {
  readonly columns: readonly string[];
  readonly references: string;
  readonly targets: readonly string[];
  readonly onDelete?: string;
  readonly more?: Partial<ForeignKey>;
}

export interface RelationshipSpec
  extends Partial<Omit<Relationship, "target" | "direction" | "cascade" | "secondary">> {
  /** Class name. */
  readonly to: string;
  readonly direction?: Relationship["direction"];
  /** `delete` (adds to the default), or the whole set. */
  readonly cascade?: "default" | "delete" | readonly CascadeOption[];
  /** Table name. */
  readonly secondary?: string;
  /** Which foreign key it runs over, by its first column; needed where there are several. */
  readonly over?: string;
}

export const nowhere: Location = { file: "models.py", start: 0, end: 0 };
const call = { ...nowhere, callee: "sqlalchemy.ForeignKey" };

export const pk: ColumnSpec = { primaryKey: true, nullable: false };

export function tableKey(name: string): TableKey {
  return `default:${name}` as TableKey;
}

export function classKey(name: string): ClassKey {
  return `models:${name}` as ClassKey;
}

export function buildSchemaFrom(specs: Readonly<Record<string, TableSpec>>, problems: ModelProblem[] = []): Schema {
  const tables = new Map<TableKey, Table>();
  for (const [name, spec] of Object.entries(specs)) tables.set(tableKey(name), tableOf(name, spec));
  const classes = new Map<ClassKey, MappedClass>();
  for (const [name, spec] of Object.entries(specs)) {
    if (spec.class === undefined) continue;
    const relationships = Object.entries(spec.relationships ?? {}).map(([key, relationship]) =>
      relationshipOf(key, relationship, { specs, tables, tableName: name }),
    );
    const inherited = spec.inherits === undefined ? undefined : classes.get(classKey(spec.inherits));
    const own = new Set(relationships.map((relationship) => relationship.name));
    const fromBase = (inherited?.relationships ?? [])
      .filter((relationship) => !own.has(relationship.name))
      .map((relationship) => ({ ...relationship, owner: classKey(spec.class ?? "") }));
    classes.set(classKey(spec.class), {
      key: classKey(spec.class),
      name: spec.class,
      module: "models",
      location: nowhere,
      body: nowhere,
      origin: "declarative",
      table: tableKey(name),
      inherits: spec.inherits === undefined ? null : classKey(spec.inherits),
      inheritance: spec.inheritance ?? "none",
      attributes: new Map(Object.keys(spec.columns).map((column) => [column, column])),
      deferred: [],
      relationships: [...fromBase, ...relationships],
      polymorphicOn: null,
      polymorphicIdentity: null,
      polymorphicValue: null,
      polymorphicUnknown: false,
      queriesUnion: false,
      inheritedColumns: [],
      unhashable: false,
      primaryKey: [],
      passiveDeletes: false,
      confirmDeletedRows: true,
      eagerDefaults: false,
      flushListeners: [],
      batch: true,
      versionIdColumn: null,
      versionIdClass: null,
      versionIdGenerator: "counter",
      complete: true,
      ...spec.mapper,
    } as MappedClass);
  }
  return { tables, classes, problems, unresolved: [] };
}

function tableOf(name: string, spec: TableSpec): Table {
  const columns = Object.entries(spec.columns).map(([key, column]) => columnOf(key, column));
  const inline = Object.entries(spec.columns)
    .filter(([, column]) => column.references !== undefined)
    .map(([key, column]) => {
      const [table = "", target = ""] = (column.references ?? "").split(".");
      return {
        columns: [key],
        references: table,
        targets: [target],
        ...(column.onDelete === undefined ? {} : { onDelete: column.onDelete }),
      };
    });
  return {
    primaryKeyName: null,
    key: tableKey(name),
    metadata: "default",
    name,
    schema: null,
    classKey: spec.class === undefined ? null : classKey(spec.class),
    module: "models",
    columns,
    primaryKey: columns.filter(({ primaryKey }) => primaryKey).map((column) => column.name),
    uniques: columns.filter(({ unique }) => unique).map((column) => ({ name: null, columns: [column.name] })),
    indexes: [],
    foreignKeys: [...inline, ...(spec.foreignKeys ?? [])].map((foreignKey) => foreignKeyOf(name, foreignKey)),
    checks: [],
    location: nowhere,
    complete: true,
    ...spec.table,
  };
}

function columnOf(name: string, spec: ColumnSpec): Column {
  const { type, references: _references, onDelete: _onDelete, ...rest } = spec;
  return {
    name,
    key: name,
    attribute: name,
    type: typeOf(type ?? "INTEGER"),
    nullable: true,
    primaryKey: false,
    unique: false,
    index: false,
    serverDefault: null,
    onUpdate: null,
    autoincrement: "auto",
    computed: null,
    identity: null,
    location: nowhere,
    call: null,
    annotation: null,
    ...rest,
  };
}

const families: Readonly<Record<string, ColumnType["family"]>> = {
  INTEGER: "integer",
  VARCHAR: "string",
  TEXT: "text",
  FLOAT: "float",
  NUMERIC: "numeric",
  BOOLEAN: "boolean",
  DATE: "date",
  DATETIME: "datetime",
  TIME: "time",
  JSON: "json",
  BLOB: "binary",
  "CHAR(32)": "uuid",
};

function typeOf(ddl: string): ColumnType {
  return { name: ddl, ddl, family: families[ddl] ?? "unknown", enumValues: null, length: null, options: null };
}

function foreignKeyOf(table: string, spec: ForeignKeySpec): ForeignKey {
  return {
    name: null,
    table: tableKey(table),
    columns: spec.columns,
    target: { schema: null, table: spec.references, columns: spec.targets, key: tableKey(spec.references) },
    onDelete: spec.onDelete?.toUpperCase() ?? null,
    onDeleteText: spec.onDelete ?? null,
    onUpdate: null,
    deferrable: null,
    initially: null,
    useAlter: false,
    location: nowhere,
    call,
    onDeleteLocation: null,
    ...spec.more,
  };
}

interface Surroundings {
  readonly specs: Readonly<Record<string, TableSpec>>;
  readonly tables: ReadonlyMap<TableKey, Table>;
  readonly tableName: string;
}

function relationshipOf(name: string, spec: RelationshipSpec, surroundings: Surroundings): Relationship {
  const { specs, tables, tableName } = surroundings;
  const targetTable = Object.entries(specs).find(([, other]) => other.class === spec.to)?.[0] ?? spec.to;
  const direction = spec.direction ?? (spec.secondary === undefined ? "ONETOMANY" : "MANYTOMANY");
  const owner = tables.get(tableKey(tableName));
  const target = tables.get(tableKey(targetTable));
  const holder =
    spec.secondary !== undefined ? tables.get(tableKey(spec.secondary)) : direction === "MANYTOONE" ? owner : target;
  const candidates = (holder?.foreignKeys ?? []).map((foreignKey, index) => ({ foreignKey, index }));
  const referenced = direction === "MANYTOONE" ? targetTable : tableName;
  const near = candidates.filter(
    ({ foreignKey }) =>
      foreignKey.target.table === referenced && (spec.over === undefined || foreignKey.columns[0] === spec.over),
  )[0];
  const far =
    direction === "MANYTOMANY"
      ? candidates.filter(
          ({ foreignKey, index }) => foreignKey.target.table === targetTable && index !== near?.index,
        )[0]
      : undefined;
  const { to: _to, over: _over, secondary, cascade, direction: _direction, ...rest } = spec;
  return {
    name,
    owner: classKey(specs[tableName]?.class ?? ""),
    declaredOn: classKey(specs[tableName]?.class ?? ""),
    target: classKey(spec.to),
    direction,
    uselist: direction !== "MANYTOONE",
    secondary: secondary === undefined ? null : tableKey(secondary),
    synchronizePairs: pairsOf(near?.foreignKey),
    secondarySynchronizePairs: pairsOf(far?.foreignKey),
    foreignKeys: [near, far].flatMap((found) =>
      found === undefined ? [] : [{ table: found.foreignKey.table, index: found.index }],
    ),
    cascade: cascadeOf(cascade ?? "default"),
    passiveDeletes: false,
    viewonly: false,
    lazy: "select",
    postUpdate: false,
    singleParent: false,
    isSet: false,
    overlaps: [],
    backPopulates: null,
    reverse: [],
    joinDepth: null,
    innerJoin: false,
    orderBy: [],
    partial: false,
    criteria: null,
    origin: "declared",
    location: nowhere,
    call: null,
    ...rest,
  };
}

function cascadeOf(cascade: "default" | "delete" | readonly CascadeOption[]): readonly CascadeOption[] {
  if (cascade === "default") return ["merge", "save-update"];
  return cascade === "delete" ? ["delete", "expunge", "merge", "refresh-expire", "save-update"] : cascade;
}

function pairsOf(foreignKey: ForeignKey | undefined): readonly ColumnPair[] {
  if (foreignKey === undefined || foreignKey.target.key === null) return [];
  const target = foreignKey.target.key;
  return foreignKey.columns.map((column, index) => ({
    parent: { table: target, column: foreignKey.target.columns[index] ?? "" },
    foreign: { table: foreignKey.table, column },
  }));
}
