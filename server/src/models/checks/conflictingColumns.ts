import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { modelProblem } from "../modelProblem.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { MergedTable } from "../tables/mergeTables.ts";

/** Columns that two classes of one single-table hierarchy declare under one name. */
export function conflictingColumns(
  { definitions, additions }: MergedTable,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
): readonly ModelProblem[] {
  const [table] = definitions;
  if (table === undefined) return [];
  const taken = new Map(table.columns.map((column) => [column.name, column]));
  const problems: ModelProblem[] = [];
  for (const addition of additions) {
    const owner = addition.by === null ? undefined : classes.get(addition.by);
    for (const column of addition.columns) {
      const existing = taken.get(column.name);
      taken.set(column.name, existing ?? column);
      if (existing === undefined || owner === undefined || addition.reusedColumns.includes(column.name)) continue;
      problems.push(
        modelProblem({
          code: "other",
          phase: "import",
          exception: "ArgumentError",
          message: `Column '${column.name}' on class ${owner.name} conflicts with existing column '${table.name}.${column.name}'.  If using Declarative, consider using the use_existing_column parameter of mapped_column() to resolve conflicts.`,
          location: column.location,
          related: [{ ...existing.location, message: `${column.name} is declared here first` }],
          classKey: owner.key,
          className: owner.name,
          attribute: column.attribute,
          table: table.key,
        }),
      );
    }
  }
  return problems;
}
