import { modelProblem } from "../modelProblem.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import { nameOf, type PlacedColumn } from "./placedColumn.ts";

/** Where the columns are declared. */
interface Declared {
  readonly name: string;
  readonly classKey: ClassKey | null;
  readonly className: string | null;
}

/**
 * Columns that have the name, or the key, of one that the table has already: SQLAlchemy makes no such table
 * (`Column._set_parent`). Declarative warns of those that a class names twice before.
 */
export function duplicateColumns(
  { name: table, classKey, className }: Declared,
  key: TableKey,
  columns: readonly PlacedColumn[],
): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  const byName = Map.groupBy(columns, nameOf);
  for (const [name, same] of byName) {
    const attributes = new Set(same.flatMap(({ attribute }) => attribute ?? []));
    const last = same.at(-1);
    if (className === null || attributes.size < 2 || last === undefined) continue;
    const named = [...attributes].sort().join(", ");
    const message = `On class '${className}', Column object '${name}' named directly multiple times, only one will be used: ${named}. Consider using orm.synonym instead`;
    const { location } = last;
    problems.push(
      modelProblem({
        code: "other",
        phase: "warning",
        exception: "SAWarning",
        message,
        location,
        classKey,
        className,
        table: key,
      }),
    );
  }
  const refused = firstRefused(columns);
  if (refused === null) return problems;
  const { column, other, by } = refused;
  const message = `A column with ${by} '${by === "key" ? keyOf(column) : nameOf(column)}' is already present in table '${table}'.`;
  const { location, attribute } = column;
  const related = [{ ...other.location, message: "This is the one that is already there" }];
  problems.push(
    modelProblem({
      code: "other",
      phase: "import",
      exception: "DuplicateColumnError",
      message,
      location,
      related,
      classKey,
      className,
      attribute,
      table: key,
    }),
  );
  return problems;
}

function firstRefused(
  columns: readonly PlacedColumn[],
): { readonly column: PlacedColumn; readonly other: PlacedColumn; readonly by: "key" | "name" } | null {
  const byKey = new Map<string, PlacedColumn>();
  const byName = new Map<string, PlacedColumn>();
  for (const column of columns) {
    const [name, key] = [nameOf(column), keyOf(column)];
    const other = byKey.get(key) ?? byName.get(name);
    if (other !== undefined && !isSameObject(other, column)) {
      return { column, other, by: byKey.has(key) && key !== name ? "key" : "name" };
    }
    byKey.set(key, column);
    byName.set(name, column);
  }
  return null;
}

function keyOf(column: PlacedColumn): string {
  return column.draft.key ?? nameOf(column);
}

/** `a = b = Column(...)`. */
function isSameObject(one: PlacedColumn, other: PlacedColumn): boolean {
  const { call } = one.draft;
  const otherCall = other.draft.call;
  return call !== null && otherCall !== null && call.file === otherCall.file && call.start === otherCall.start;
}
