import { calleeName } from "../columns/callReader.ts";
import { placeCoreColumn } from "../core/coreTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import { additionFrom } from "../tables/additions.ts";
import { buildTable } from "../tables/buildTable.ts";
import { NO_TABLE_ARGUMENTS, readTableArguments } from "../tables/tableArguments.ts";
import type { AttributeValue, Scope, Value } from "../value.ts";
import { ownedTable } from "./ownedColumn.ts";

/** `table.append_column(Column(...))`, `User.__table__.append_constraint(...)`. */
export function appendToTable(
  program: Program,
  callee: AttributeValue,
  item: Value,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  if (callee.name !== "append_column" && callee.name !== "append_constraint") return;
  const table = ownedTable(program, callee.of);
  if (table === null) return;
  const isColumn = item.kind === "call" && calleeName(item) === "sqlalchemy.Column";
  if (!isColumn) {
    const items = readTableArguments([item], null, table.name);
    draft.additions.push({
      ...additionFrom(table.key, null),
      items,
      complete: calleeName(item).endsWith("Constraint"),
    });
    return;
  }
  const built = buildTable({
    key: table.key,
    name: table.name,
    schema: table.schema,
    metadata: table.metadata,
    classKey: null,
    className: null,
    module: scope.module,
    location: item.at,
    columns: [placeCoreColumn(program, item, table.name, null)],
    arguments: NO_TABLE_ARGUMENTS,
    complete: true,
  });
  const { columns, foreignKeys, uniques, indexes, checks, complete } = built.table;
  draft.additions.push({
    ...additionFrom(table.key, null),
    columns,
    foreignKeys,
    uniques,
    indexes,
    checks,
    complete,
  });
}
