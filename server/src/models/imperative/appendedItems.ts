import { calleeName } from "../columns/callReader.ts";
import { placeCoreColumn } from "../core/coreTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import type { TableKey } from "../schema/keys.ts";
import { additionFrom } from "../tables/additions.ts";
import { buildTable } from "../tables/buildTable.ts";
import { NO_TABLE_ARGUMENTS, readTableArguments } from "../tables/tableArguments.ts";
import type { AttributeValue, Scope, Value } from "../value.ts";
import { ownedTable, tableByName } from "./ownedColumn.ts";

/** `table.append_column(Column(...))`, `User.__table__.append_constraint(...)`, `metadata.tables["user"].append_…`. */
export function appendToTable(
  program: Program,
  callee: AttributeValue,
  item: Value,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  if (callee.name !== "append_column" && callee.name !== "append_constraint") return;
  const isColumn = item.kind === "call" && calleeName(item) === "sqlalchemy.Column";
  const ofMetadata = tableByName(callee.of);
  if (ofMetadata !== null) {
    if (isColumn) {
      // The names of its constraints and indexes need the metadata itself, of which the table's key is all there is here.
      draft.unresolved.push({ ...item.at, what: "a column", why: "its table is found by its name only" });
      draft.additions.push({ ...additionFrom(ofMetadata, null), complete: false });
    } else {
      appendConstraint(ofMetadata, "a table", item, draft);
    }
    return;
  }
  const table = ownedTable(program, callee.of);
  if (table === null) return;
  if (!isColumn) {
    appendConstraint(table.key, table.name, item, draft);
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
  draft.unresolved.push(...built.gaps);
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

function appendConstraint(table: TableKey, name: string, item: Value, draft: FileDeclarationsDraft): void {
  const items = readTableArguments([item], null, name);
  const complete = calleeName(item).endsWith("Constraint");
  draft.additions.push({ ...additionFrom(table, null), items, complete });
}
