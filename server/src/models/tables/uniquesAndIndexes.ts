import type { CheckDraft } from "../columns/checkConstraint.ts";
import { checkSql } from "../columns/checkExpression.ts";
import type { DeclaredColumn } from "../declaredTable.ts";
import type { CheckConstraint, Index, UniqueConstraint } from "../schema/table.ts";
import type { Value } from "../value.ts";
import { readExtent } from "./indexExtent.ts";
import { constraintName, type NamingConvention } from "./namingConvention.ts";
import type { ColumnListDraft, IndexDraft } from "./tableArguments.ts";

/** What names constraints are made from. */
export interface ConstraintNaming {
  readonly table: string;
  readonly schema: string | null;
  readonly convention: NamingConvention;
}

type Find = (value: Value) => string | null;

/** Unique constraints of columns. A unique column with an index has a unique index instead. */
export function uniquesOfColumns(
  columns: readonly DeclaredColumn[],
  naming: ConstraintNaming,
): readonly UniqueConstraint[] {
  return columns
    .filter(({ unique, index }) => unique && !index)
    .map(({ name }) => named("uq", { name: null, columns: [name] }, naming));
}

/** Unique constraints as they are listed, without those of which no column is there. */
export function listedUniques(
  drafts: readonly ColumnListDraft[],
  naming: ConstraintNaming,
  find: Find,
): readonly UniqueConstraint[] {
  const listed = drafts.map(({ name, columns }) => ({
    name,
    columns: columns.map(find).filter((column) => column !== null),
  }));
  return listed.filter(({ columns }) => columns.length > 0).map((unique) => named("uq", unique, naming));
}

/** Indexes of columns. */
export function indexesOfColumns(columns: readonly DeclaredColumn[], naming: ConstraintNaming): readonly Index[] {
  return columns
    .filter(({ index }) => index)
    .map(({ name, unique }) => named("ix", { name: null, columns: [name], unique, extent: null }, naming));
}

/** Indexes as they are listed, over `columns`. */
export function listedIndexes(
  drafts: readonly IndexDraft[],
  columns: readonly DeclaredColumn[],
  naming: ConstraintNaming,
  find: Find,
): readonly Index[] {
  return drafts.map(({ name, columns: list, unique, conditions }) => {
    const found = list.map((value) => firstColumnIn(value, find)).filter((column) => column !== null);
    return named("ix", { name, columns: found, unique, extent: readExtent(list, conditions, columns, find) }, naming);
  });
}

/** Checks over `columns`. */
export function listedChecks(
  drafts: readonly CheckDraft[],
  columns: readonly DeclaredColumn[],
  naming: ConstraintNaming,
): readonly CheckConstraint[] {
  return drafts.map(({ text, condition, name }) => ({
    text: text ?? (condition === null ? null : checkSql(condition, columns)),
    name: named("ck", { name, columns: [] }, naming).name,
  }));
}

/** The name of the primary key: the one given, or by the convention of the metadata. */
export function primaryKeyName(
  name: string | null,
  columns: readonly string[],
  naming: ConstraintNaming,
): string | null {
  return named("pk", { name, columns }, naming).name;
}

function named<Constraint extends UniqueConstraint>(
  kind: "ix" | "uq" | "ck" | "pk",
  constraint: Constraint,
  { table, schema, convention }: ConstraintNaming,
): Constraint {
  const { name: given, columns } = constraint;
  return { ...constraint, name: constraintName(convention, kind, { given, table, schema, columns }) };
}

/** The first column inside an indexed expression: `func.lower(User.email)`, `User.created.desc()`. */
function firstColumnIn(value: Value, find: Find, depth = 0): string | null {
  const direct = find(value);
  if (direct !== null || depth > 8) return direct;
  const inside =
    value.kind === "call"
      ? [
          ...(value.callee.kind === "attribute" ? [value.callee.of] : []),
          ...value.arguments.filter(({ kind }) => kind !== "string"),
        ]
      : value.kind === "operation"
        ? value.operands
        : value.kind === "attribute"
          ? [value.of]
          : [];
  for (const part of inside) {
    const found = firstColumnIn(part, find, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The column that a constraint names: by key, by name, or as an attribute of the class. */
export function columnNamed(columns: readonly DeclaredColumn[], value: Value): string | null {
  if (value.kind === "string") {
    const column = columns.find(({ key }) => key === value.value) ?? columns.find(({ name }) => name === value.value);
    return column?.name ?? null;
  }
  if (value.kind === "attribute") {
    const column =
      columns.find(({ attribute }) => attribute === value.name) ?? columns.find(({ key }) => key === value.name);
    return column?.name ?? null;
  }
  return null;
}
