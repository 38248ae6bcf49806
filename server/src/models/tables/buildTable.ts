import type { DeclaredColumn, DeclaredForeignKey, DeclaredTable, Gap } from "../declaredTable.ts";
import { lasting } from "../lasting.ts";
import type { MetadataReference } from "../registries/metadata.ts";
import type { ClassKey, Location, TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { Value } from "../value.ts";
import { duplicateColumns } from "./duplicateColumns.ts";
import { readNamingConvention } from "./namingConvention.ts";
import { nameOf, type PlacedColumn } from "./placedColumn.ts";
import type { ForeignKeyConstraintDraft, TableArguments, TableFault } from "./tableArguments.ts";
import { tableProblems } from "./tableProblems.ts";
import {
  type ConstraintNaming,
  columnNamed,
  indexesOfColumns,
  listedChecks,
  listedIndexes,
  listedUniques,
  primaryKeyName,
  uniquesOfColumns,
} from "./uniquesAndIndexes.ts";

export interface TableParts {
  readonly key: TableKey;
  readonly name: string;
  readonly schema: string | null;
  readonly metadata: MetadataReference;
  readonly classKey: ClassKey | null;
  readonly className: string | null;
  readonly module: string;
  readonly location: Location;
  readonly columns: readonly PlacedColumn[];
  readonly arguments: TableArguments;
  readonly complete: boolean;
}

export interface BuiltTable {
  readonly table: DeclaredTable;
  readonly gaps: readonly Gap[];
  /** What SQLAlchemy raises, or warns of, while it makes the table. */
  readonly problems: readonly ModelProblem[];
}

export function tableKeyOf(metadata: string, schema: string | null, name: string): TableKey {
  return `${metadata}:${schema === null ? name : `${schema}.${name}`}` as TableKey;
}

/** Puts columns and constraints together as `Table.__init__` does. */
export function buildTable(parts: TableParts): BuiltTable {
  const gaps: Gap[] = [...parts.arguments.gaps];
  const { key } = parts;
  const named = parts.columns.filter((column) => nameOf(column) !== "");
  for (const { location } of parts.columns.filter((column) => !named.includes(column)))
    gaps.push({ ...location, what: `a column of ${parts.name}`, why: "its name is not a constant" });
  const placed = withoutReplaced(named);
  const columns = placed.map(declaredColumn);
  const find = (value: Value): string | null => columnNamed(columns, value);
  const foreignKeys: DeclaredForeignKey[] = [];
  placed.forEach((column, index) => {
    const name = columns[index]?.name;
    if (name !== undefined) foreignKeys.push(...foreignKeysOfColumn(key, name, column));
    gaps.push(...column.draft.gaps);
  });
  const faults: TableFault[] = [...parts.arguments.faults];
  for (const draft of parts.arguments.foreignKeys) {
    const { at } = draft;
    const names = draft.columns.map(find);
    const known = names.filter((name) => name !== null);
    if (known.length !== names.length) {
      const missing = draft.columns[names.indexOf(null)];
      if (missing?.kind === "string" && parts.complete && gaps.length === 0) {
        const message = `Can't create ForeignKeyConstraint on table '${parts.name}': no column named '${missing.value}' is present.`;
        faults.push({ exception: "ConstraintColumnNotFoundError", message, at });
        continue;
      }
      gaps.push({ ...at, what: `foreign key of ${parts.name}`, why: "it names a column that is not known" });
      continue;
    }
    foreignKeys.push(foreignKeyOfConstraint(key, known, draft));
  }
  if (parts.complete && gaps.length === 0) faults.push(...columnsNotFound(parts, find));
  const primaryKey = parts.arguments.primaryKey?.map(find).filter((name) => name !== null) ?? [];
  const keyed = columns.map((column, index) =>
    primaryKey.includes(column.name) && !column.primaryKey
      ? { ...column, primaryKey: true, nullable: placed[index]?.draft.nullable ?? false }
      : column,
  );
  const naming: ConstraintNaming = {
    table: parts.name,
    schema: parts.schema,
    convention: readNamingConvention(parts.metadata.namingConvention),
  };
  const keyColumns =
    primaryKey.length > 0 ? primaryKey : keyed.filter((column) => column.primaryKey).map(({ name }) => name);
  return {
    gaps,
    problems: [...duplicateColumns(parts, key, named), ...tableProblems(parts, key, placed, faults)],
    table: {
      key,
      metadata: parts.metadata.key,
      name: parts.name,
      schema: parts.schema,
      classKey: parts.classKey,
      module: parts.module,
      columns: keyed,
      primaryKey: keyColumns,
      primaryKeyName: primaryKeyName(parts.arguments.primaryKeyName, keyColumns, naming),
      uniques: [...uniquesOfColumns(keyed, naming), ...listedUniques(parts.arguments.uniques, naming, find)],
      indexes: [...indexesOfColumns(keyed, naming), ...listedIndexes(parts.arguments.indexes, keyed, naming, find)],
      foreignKeys: lasting(foreignKeys),
      checks: listedChecks(
        [...placed.flatMap(({ draft }) => draft.checks), ...parts.arguments.checks],
        columns,
        naming,
      ),
      location: parts.location,
      complete: parts.complete && gaps.length === 0,
      setting: {
        defaultSchema: parts.metadata.schema,
        namingConvention: naming.convention,
        openMetadata: parts.metadata.open,
        existing: flagOption(parts.arguments, "extend_existing")
          ? "extended"
          : flagOption(parts.arguments, "keep_existing")
            ? "kept"
            : "refused",
      },
    },
  };
}

/** Of columns of one name the last counts; SQLAlchemy refuses them, see `duplicateColumns`. */
function withoutReplaced(columns: readonly PlacedColumn[]): readonly PlacedColumn[] {
  const byName = new Map<string, PlacedColumn>();
  for (const column of columns) byName.set(nameOf(column), column);
  return byName.size === columns.length ? columns : [...byName.values()];
}

function declaredColumn(placed: PlacedColumn): DeclaredColumn {
  const { draft, attribute, nullable, location, annotation } = placed;
  const name = nameOf(placed);
  return {
    name,
    key: draft.key ?? name,
    attribute,
    type: draft.type,
    nullable,
    primaryKey: draft.primaryKey,
    unique: draft.unique ?? false,
    index: draft.index ?? false,
    serverDefault: draft.serverDefault,
    onUpdate: draft.onUpdate,
    autoincrement: draft.autoincrement,
    computed: draft.computed,
    identity: draft.identity,
    ...(draft.system === true ? { system: true } : {}),
    location,
    call: draft.call,
    annotation,
  };
}

/** What a `ForeignKeyConstraint` declares for a table, with its columns by name. */
export function foreignKeyOfConstraint(
  table: TableKey,
  columns: readonly string[],
  { targets, at, onDelete, columns: _written, ...options }: ForeignKeyConstraintDraft,
): DeclaredForeignKey {
  return {
    ...options,
    table,
    columns,
    targets: targets as DeclaredForeignKey["targets"],
    onDelete: normalAction(onDelete.text),
    onDeleteText: onDelete.written,
    onDeleteLocation: onDelete.at,
    location: at,
  };
}

export function foreignKeysOfColumn(
  table: TableKey,
  column: string,
  placed: PlacedColumn,
): readonly DeclaredForeignKey[] {
  return placed.draft.foreignKeys.map(({ target, onDelete, ...options }) => ({
    ...options,
    table,
    columns: [column],
    targets: [target] as DeclaredForeignKey["targets"],
    onDelete: normalAction(onDelete.text),
    onDeleteText: onDelete.written,
    onDeleteLocation: onDelete.at,
    location: placed.foreignKeyLocation,
  }));
}

/** The action as databases read it: upper case, single blanks. */
function normalAction(text: string | null): string | null {
  return text === null ? null : text.trim().replaceAll(/\s+/g, " ").toUpperCase();
}

/** True where the option stands as `True`. */
export function flagOption({ options }: TableArguments, name: string): boolean {
  const entry = options?.entries.find(({ key }) => key.kind === "string" && key.value === name);
  return entry?.value.kind === "boolean" && entry.value.value;
}

/** A string option of the table (`schema`), undefined where it is not given. */
export function textOption({ options }: TableArguments, name: string): Value | undefined {
  return options?.entries.findLast(({ key }) => key.kind === "string" && key.value === name)?.value;
}

/** Constraints and indexes that name a column which the table does not have. */
function columnsNotFound({ name, arguments: given }: TableParts, find: (value: Value) => string | null): TableFault[] {
  const lists = [
    ...given.uniques.map((each) => ({ ...each, kind: "UniqueConstraint" })),
    ...given.indexes.map((each) => ({ ...each, kind: "Index" })),
  ];
  return lists.flatMap(({ kind, columns, at }) => {
    const missing = columns.find((column) => column.kind === "string" && find(column) === null);
    if (missing?.kind !== "string") return [];
    const message = `Can't create ${kind} on table '${name}': no column named '${missing.value}' is present.`;
    return [{ exception: "ConstraintColumnNotFoundError", message, at }];
  });
}
