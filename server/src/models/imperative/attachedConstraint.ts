import { calleeName, keywordOf } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import type { TableKey } from "../schema/keys.ts";
import { additionFrom } from "../tables/additions.ts";
import { readTableArguments, type TableArguments } from "../tables/tableArguments.ts";
import type { CallValue } from "../value.ts";
import { firstOwnedColumn, ownedColumn, ownedTable, tableByName } from "./ownedColumn.ts";

const ATTACHING: ReadonlySet<string> = new Set([
  "sqlalchemy.ForeignKeyConstraint",
  "sqlalchemy.UniqueConstraint",
  "sqlalchemy.CheckConstraint",
  "sqlalchemy.Index",
]);

/** Whether a call makes a constraint or an index that attaches itself to the table of the columns it is given. */
export function attachesItself(call: CallValue): boolean {
  return ATTACHING.has(calleeName(call));
}

/**
 * `ForeignKeyConstraint([Post.user_id], [User.id])` outside of any table's arguments: SQLAlchemy adds it to the table of the
 * columns, or to the `table=` that it names. One without that which names columns by strings, or columns that are in no table
 * yet, waits for a table and adds nothing.
 */
export function attachConstraint(
  program: Program,
  call: CallValue,
  doubt: string | null,
  draft: FileDeclarationsDraft,
): void {
  const items = readTableArguments([call], null, "a table");
  const owner = ownerOf(program, call, items);
  if (owner === null) return;
  if (doubt === null && owner.certain && items.gaps.length === 0) {
    draft.additions.push({ ...additionFrom(owner.table, null), items });
  } else {
    draft.unresolved.push({ ...call.at, what: "a constraint", why: doubt ?? "a column that it names is not known" });
    draft.additions.push({ ...additionFrom(owner.table, null), complete: false });
  }
}

interface Owner {
  readonly table: TableKey;
  /** Whether nothing that it names may belong to another table. */
  readonly certain: boolean;
}

function ownerOf(program: Program, call: CallValue, items: TableArguments): Owner | null {
  const given = keywordOf(call, "table")?.value;
  const named = given === undefined ? null : (tableByName(given) ?? ownedTable(program, given)?.key ?? null);
  if (named !== null) return { table: named, certain: true };
  const { foreignKeys, uniques, indexes, checks } = items;
  const columns = [...foreignKeys, ...uniques].flatMap((each) => each.columns);
  const expressions = [
    ...indexes.flatMap((each) => each.columns),
    ...checks.flatMap(({ condition }) => condition ?? []),
  ];
  const owners = columns.map((value) => ownedColumn(program, value));
  const inside = expressions.map((value) => firstOwnedColumn(program, value));
  const table = [...owners, ...inside].find((each) => each !== null)?.table;
  return table === undefined ? null : { table, certain: owners.every((each) => each?.table === table) };
}
