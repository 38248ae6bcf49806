import { calleeName, keywordOf, withKeywords } from "../columns/callReader.ts";
import { type CheckDraft, readCheckConstraint } from "../columns/checkConstraint.ts";
import { type ReferentialOptions, readReferentialOptions, readTarget } from "../columns/foreignKeyCall.ts";
import type { ForeignKeyTargetColumn, ForeignKeyTargetText, Gap, MisplacedKeyword } from "../declaredTable.ts";
import type { Location } from "../schema/keys.ts";
import type { CallValue, DictValue, Value } from "../value.ts";
import { type Conditions, conditionsOf } from "./indexExtent.ts";

/** What stands in `__table_args__` or after the columns of a `Table(...)`, columns named as the source names them. */
export interface TableArguments {
  readonly foreignKeys: readonly ForeignKeyConstraintDraft[];
  readonly uniques: readonly ColumnListDraft[];
  readonly indexes: readonly IndexDraft[];
  readonly checks: readonly CheckDraft[];
  /** Columns of a `PrimaryKeyConstraint`, null for none. */
  readonly primaryKey: readonly Value[] | null;
  /** Its name, null where none is given. */
  readonly primaryKeyName: string | null;
  /** Keyword options: `schema`, `extend_existing`, … */
  readonly options: DictValue | null;
  readonly gaps: readonly Gap[];
  readonly misplaced: readonly MisplacedKeyword[];
  readonly faults: readonly TableFault[];
}

/** What SQLAlchemy raises while it makes the table. */
export interface TableFault {
  readonly exception: string;
  readonly message: string;
  readonly at: Location;
}

export interface ColumnListDraft {
  readonly name: string | null;
  readonly columns: readonly Value[];
  readonly at: Location;
}

export interface IndexDraft extends ColumnListDraft {
  readonly unique: boolean;
  readonly conditions: Conditions;
}

export interface ForeignKeyConstraintDraft extends ReferentialOptions {
  readonly columns: readonly Value[];
  readonly targets: readonly (ForeignKeyTargetText | ForeignKeyTargetColumn)[];
  readonly at: Location;
}

export const NO_TABLE_ARGUMENTS: TableArguments = {
  foreignKeys: [],
  uniques: [],
  indexes: [],
  checks: [],
  primaryKey: null,
  primaryKeyName: null,
  options: null,
  gaps: [],
  misplaced: [],
  faults: [],
};

/** Whether there is anything but keyword options. */
export function hasItems({ foreignKeys, uniques, indexes, checks, primaryKey, gaps }: TableArguments): boolean {
  const lists = [foreignKeys, uniques, indexes, checks, gaps];
  return primaryKey !== null || lists.some((list) => list.length > 0);
}

/** What is left of table arguments where constraints and indexes go another way. */
export function withoutItems({ options, gaps, misplaced, faults }: TableArguments): TableArguments {
  return { ...NO_TABLE_ARGUMENTS, options, gaps, misplaced, faults };
}

/** Constraints of other databases, and things that change no fact recorded here. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  "sqlalchemy.dialects.postgresql.ExcludeConstraint",
  "sqlalchemy.DDL",
  "sqlalchemy.Identity",
]);

/** Reads schema items; `what` names the table in gaps. Values that are no schema item are noted as gaps. */
export function readTableArguments(values: readonly Value[], options: DictValue | null, what: string): TableArguments {
  const foreignKeys: ForeignKeyConstraintDraft[] = [];
  const uniques: ColumnListDraft[] = [];
  const indexes: IndexDraft[] = [];
  const checks: CheckDraft[] = [];
  let primaryKey: readonly Value[] | null = null;
  let primaryKeyName: string | null = null;
  const gaps: Gap[] = [];
  const misplaced: MisplacedKeyword[] = [];
  const faults: TableFault[] = [];
  for (const value of values) {
    if (value.kind === "dict") {
      faults.push({ exception: "ArgumentError", message: notAnItem(value), at: value.at });
      continue;
    }
    const callee = calleeName(value);
    if (value.kind !== "call" || !callee.startsWith("sqlalchemy.")) {
      gaps.push({
        ...value.at,
        what,
        why: value.kind === "unknown" ? value.why : "an argument of the table is not known",
      });
      continue;
    }
    switch (callee) {
      case "sqlalchemy.ForeignKeyConstraint": {
        const read = readForeignKeyConstraint(value, what);
        if (read.draft !== null) foreignKeys.push(read.draft);
        if (read.fault !== null) faults.push(read.fault);
        gaps.push(...read.gaps);
        misplaced.push(...read.misplaced);
        break;
      }
      case "sqlalchemy.UniqueConstraint":
        uniques.push({ name: nameKeyword(value), columns: value.arguments, at: value.at });
        break;
      case "sqlalchemy.PrimaryKeyConstraint":
        primaryKey = value.arguments;
        primaryKeyName = nameKeyword(value);
        break;
      case "sqlalchemy.Index":
        indexes.push(readIndex(value));
        break;
      case "sqlalchemy.CheckConstraint":
        checks.push(readCheckConstraint(value));
        break;
      default:
        if (!WITHOUT_EFFECT.has(callee)) gaps.push({ ...value.at, what, why: `${callee} is not understood` });
    }
    if (!value.complete) gaps.push({ ...value.at, what, why: "a constraint takes arguments that are not known" });
  }
  if (options !== null && !options.complete) gaps.push({ ...options.at, what, why: "its options are not known" });
  return { foreignKeys, uniques, indexes, checks, primaryKey, primaryKeyName, options, gaps, misplaced, faults };
}

/** Table arguments with further schema items behind them; `what` names the table in gaps. */
export function withItems(given: TableArguments, items: readonly Value[], what: string): TableArguments {
  if (items.length === 0) return given;
  const read = readTableArguments(items, null, what);
  return {
    ...given,
    foreignKeys: [...given.foreignKeys, ...read.foreignKeys],
    uniques: [...given.uniques, ...read.uniques],
    indexes: [...given.indexes, ...read.indexes],
    checks: [...given.checks, ...read.checks],
    gaps: [...given.gaps, ...read.gaps],
    misplaced: [...given.misplaced, ...read.misplaced],
    faults: [...given.faults, ...read.faults],
  };
}

function notAnItem(value: DictValue): string {
  const entries = value.entries.map(({ key, value: item }) => `${shown(key)}: ${shown(item)}`);
  return `'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {${entries.join(", ")}}`;
}

/** A constant as Python prints it. */
function shown(value: Value): string {
  if (value.kind === "string") return `'${value.value}'`;
  if (value.kind === "boolean") return value.value ? "True" : "False";
  return value.kind === "number" ? String(value.value) : "None";
}

/** `Index("name", "a", "b", unique=True)`. */
export function readIndex(call: CallValue): IndexDraft {
  const [name, ...columns] = call.arguments;
  const unique = keywordOf(call, "unique")?.value;
  return {
    name: name?.kind === "string" ? name.value : null,
    columns,
    unique: unique?.kind === "boolean" && unique.value,
    conditions: conditionsOf(call),
    at: call.at,
  };
}

function nameKeyword(call: CallValue): string | null {
  const name = keywordOf(call, "name")?.value;
  return name?.kind === "string" ? name.value : null;
}

/** The parameters of `ForeignKeyConstraint` in order. */
const POSITIONAL =
  "columns refcolumns name onupdate ondelete deferrable initially use_alter link_to_name match table info comment".split(
    " ",
  );

interface ReadForeignKeyConstraint {
  readonly draft: ForeignKeyConstraintDraft | null;
  readonly gaps: readonly Gap[];
  readonly misplaced: readonly MisplacedKeyword[];
  readonly fault: TableFault | null;
}

function readForeignKeyConstraint(given: CallValue, what: string): ReadForeignKeyConstraint {
  const call = withKeywords(given, POSITIONAL, 2);
  const { options, gaps, misplaced } = readReferentialOptions(call, `foreign key of ${what}`);
  const columns = itemsOf(call.arguments[0] ?? keywordOf(call, "columns")?.value);
  const references = itemsOf(call.arguments[1] ?? keywordOf(call, "refcolumns")?.value);
  const unread = { draft: null, gaps, misplaced, fault: null };
  if (
    columns !== null &&
    references !== null &&
    columns.length !== references.length &&
    !hasUnknown(columns, references)
  ) {
    return { ...unread, fault: { exception: "ArgumentError", message: UNEQUAL, at: call.at } };
  }
  const targets = references?.map(readTarget) ?? [];
  const unknown =
    columns === null ||
    columns.length === 0 ||
    targets.length !== columns.length ||
    targets.some((target) => target === null);
  if (unknown) {
    return {
      ...unread,
      gaps: [...gaps, { ...call.at, what: `foreign key of ${what}`, why: "its columns are not constants" }],
    };
  }
  const known = targets.filter((target) => target !== null);
  return { draft: { ...options, columns, targets: known, at: call.at }, gaps, misplaced, fault: null };
}

const UNEQUAL = "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.";

function hasUnknown(...lists: readonly (readonly Value[])[]): boolean {
  return lists.some((list) => list.some(({ kind }) => kind === "unknown"));
}

function itemsOf(value: Value | undefined): readonly Value[] | null {
  return value?.kind === "list" || value?.kind === "tuple" ? value.items : null;
}
