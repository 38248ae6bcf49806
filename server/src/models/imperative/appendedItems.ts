import { classTable } from "../classes/classTable.ts";
import { calleeName } from "../columns/callReader.ts";
import { identifyTable, placeCoreColumn, type TableIdentity } from "../core/coreTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import { additionFrom } from "../tables/additions.ts";
import { buildTable } from "../tables/buildTable.ts";
import { readExtent } from "../tables/indexExtent.ts";
import { NO_TABLE_ARGUMENTS, readIndex, readTableArguments } from "../tables/tableArguments.ts";
import type { AttributeValue, CallValue, Scope, Value } from "../value.ts";
import { type OwnedColumn, ownedColumn } from "./ownedColumn.ts";

/** `table.append_column(Column(...))`, `User.__table__.append_constraint(...)`. */
export function appendToTable(
  program: Program,
  callee: AttributeValue,
  item: Value,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  if (callee.name !== "append_column" && callee.name !== "append_constraint") return;
  const table = tableOf(program, callee.of);
  if (table === null) return;
  const isColumn = item.kind === "call" && calleeName(item) === "sqlalchemy.Column";
  const built = buildTable({
    key: table.key,
    name: table.name,
    schema: table.schema,
    metadata: table.metadata,
    classKey: null,
    className: null,
    module: scope.module,
    location: item.at,
    columns: isColumn ? [placeCoreColumn(program, item, table.name, null)] : [],
    arguments: isColumn ? NO_TABLE_ARGUMENTS : readTableArguments([item], null, table.name),
    complete: isColumn,
  });
  const constraint = !isColumn && calleeName(item).endsWith("Constraint");
  const { columns, foreignKeys, uniques, indexes, checks } = built.table;
  draft.additions.push({
    ...additionFrom(table.key, null),
    columns,
    foreignKeys,
    uniques,
    indexes,
    checks,
    complete: isColumn ? built.table.complete : constraint && built.gaps.length === 0,
  });
}

/** The table behind `user` or `User.__table__`. */
function tableOf(program: Program, value: Value): Pick<TableIdentity, "key" | "name" | "schema" | "metadata"> | null {
  if (value.kind !== "table") return null;
  if (value.of.kind === "class") {
    const table = classTable(program, value.of.key);
    return table.kind === "unknown" || table.kind === "missing" ? null : table;
  }
  const call = program.tableCall(value);
  return call === null ? null : identifyTable(program, call);
}

/** `Index("ix_user_name", User.name)` outside of any table's arguments. */
export function addIndex(program: Program, call: CallValue, draft: FileDeclarationsDraft): void {
  const { name, columns, unique, conditions } = readIndex(call);
  const found = columns.flatMap((value) => indexedColumn(program, value, 0) ?? []);
  const [first] = found;
  if (first === undefined) return;
  const nameOf = (value: Value) =>
    value.kind === "attribute" ? (indexedColumn(program, value, 0)?.column ?? null) : null;
  // Conditions over columns wait for nobody: the columns of the table are not known here.
  const extent = readExtent(columns, conditions, [], nameOf);
  const index = { name, columns: found.map(({ column }) => column), unique, extent };
  draft.additions.push({ ...additionFrom(first.table, null), indexes: [index] });
}

/** The table and the column that an indexed expression is about: `User.name`, `user.c.name`, `func.lower(User.name)`. */
function indexedColumn(program: Program, value: Value, depth: number): OwnedColumn | null {
  if (depth > 8) return null;
  if (value.kind === "attribute") return ownedColumn(program, value);
  const inside =
    value.kind === "call"
      ? [...(value.callee.kind === "attribute" ? [value.callee.of] : []), ...value.arguments]
      : value.kind === "operation"
        ? value.operands
        : [];
  for (const part of inside) {
    const found = indexedColumn(program, part, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
