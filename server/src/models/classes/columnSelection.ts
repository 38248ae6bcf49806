import type { Gap } from "../declaredTable.ts";
import type { Value } from "../value.ts";

/**
 * Which columns of its table a mapper takes by itself (`include_properties`, `exclude_properties`), and what it puts
 * before their names (`column_prefix`). A column that has another name on the class is mapped whatever they say.
 */
export interface ColumnSelection {
  /** Null where all are taken. */
  readonly included: readonly string[] | null;
  readonly excluded: readonly string[];
  /** Whether `exclude_properties` is said, be it to leave out nothing. */
  readonly saysExcluded: boolean;
  readonly prefix: string;
}

const EVERY_COLUMN: ColumnSelection = { included: null, excluded: [], saysExcluded: false, prefix: "" };

/** The selection of mapper options; what of it cannot be read goes to `gaps` and is left out. */
export function readColumnSelection(
  option: (key: string) => Value | undefined,
  what: string,
  gaps: Gap[],
): ColumnSelection {
  const open = ({ at }: Value, why: string) => gaps.push({ ...at, what, why });
  const namesOf = (key: string): readonly string[] | null => {
    const value = option(key);
    if (value === undefined || value.kind === "none") return null;
    const items = value.kind === "list" || value.kind === "tuple" || value.kind === "set" ? value.items : null;
    const names = items?.flatMap((item) =>
      item.kind === "string" ? item.value : item.kind === "attribute" ? item.name : [],
    );
    if (names !== undefined && names.length === items?.length) return names;
    open(value, `what ${key} names is not known`);
    return null;
  };
  const prefix = option("column_prefix");
  if (prefix !== undefined && prefix.kind !== "string" && prefix.kind !== "none")
    open(prefix, "column_prefix is not a constant");
  const included = namesOf("include_properties");
  const excluded = namesOf("exclude_properties") ?? [];
  const before = prefix?.kind === "string" ? prefix.value : "";
  const saysExcluded = option("exclude_properties") !== undefined;
  return included === null && !saysExcluded && before === ""
    ? EVERY_COLUMN
    : { included, excluded, saysExcluded, prefix: before };
}

/** Whether a mapper takes over what has this name, a column of its table or an attribute of the class that it inherits from. */
export function isSelected({ included, excluded }: ColumnSelection, name: string): boolean {
  return !excluded.includes(name) && (included === null || included.includes(name));
}

/** Columns as the mapper maps them: those that it leaves out have no attribute. */
export function selectColumns<Column extends { readonly key: string; readonly attribute: string | null }>(
  columns: readonly Column[],
  selection: ColumnSelection,
): readonly Column[] {
  if (selection === EVERY_COLUMN) return columns;
  return columns.map((column) => {
    if (column.attribute !== column.key) return column;
    return { ...column, attribute: isSelected(selection, column.key) ? selection.prefix + column.key : null };
  });
}

/** Names of mapped attributes → column names. */
export function attributesOf(
  columns: readonly { readonly attribute: string | null; readonly name: string }[],
): ReadonlyMap<string, string> {
  return new Map(columns.flatMap(({ attribute, name }) => (attribute === null ? [] : [[attribute, name] as const])));
}
