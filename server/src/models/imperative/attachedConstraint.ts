import { calleeName } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import { additionFrom } from "../tables/additions.ts";
import { foreignKeyOfConstraint } from "../tables/buildTable.ts";
import { readTableArguments } from "../tables/tableArguments.ts";
import type { CallValue, Value } from "../value.ts";
import { ownedColumn } from "./ownedColumn.ts";

/** Whether a call makes a constraint that attaches itself to the table of the columns it is given. */
export function attachesItself(call: CallValue): boolean {
  const callee = calleeName(call);
  return callee === "sqlalchemy.ForeignKeyConstraint" || callee === "sqlalchemy.UniqueConstraint";
}

/**
 * `ForeignKeyConstraint([Post.user_id], [User.id])` outside of any table's arguments: SQLAlchemy adds it to the table of the
 * columns. One that names columns by strings, or columns that are in no table yet, waits for a table and adds nothing.
 */
export function attachConstraint(
  program: Program,
  call: CallValue,
  doubt: string | null,
  draft: FileDeclarationsDraft,
): void {
  const { foreignKeys, uniques, gaps } = readTableArguments([call], null, "a table");
  const written = [...foreignKeys, ...uniques][0]?.columns ?? [];
  const columns = written.map((value: Value) => ownedColumn(program, value));
  const table = columns[0]?.table;
  if (table === undefined) return;
  const names = columns.flatMap((column) => (column?.table === table ? [column.column] : []));
  const certain = doubt === null && gaps.length === 0 && names.length === written.length;
  if (!certain) {
    draft.unresolved.push({ ...call.at, what: "a constraint", why: doubt ?? "a column that it names is not known" });
    draft.additions.push({ ...additionFrom(table, null), complete: false });
    return;
  }
  draft.additions.push({
    ...additionFrom(table, null),
    foreignKeys: foreignKeys.map((foreignKey) => foreignKeyOfConstraint(table, names, foreignKey)),
    uniques: uniques.map(({ name }) => ({ name, columns: names })),
  });
}
