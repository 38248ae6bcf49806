import type { Table } from "../../models/schema/table.ts";
import { quoted } from "../ddl/identifiers.ts";
import { physicalName } from "../ddl/style.ts";
import type { Mapper } from "../mapper.ts";

/**
 * The rows of one member of the union that queries for `mapper` go over, as what follows FROM: named as the table of `mapper`
 * and with its columns, so that whatever is asked of the one can be asked of the other. A column that the member lacks is NULL
 * in its rows (`polymorphic_union`).
 */
export function memberRows({ tables: [asked] }: Mapper, member: Table): string {
  if (!asked || member === asked) return physicalName(member);
  const own = new Set(member.columns.map(({ name }) => name));
  const missing = asked.columns.filter(({ name }) => !own.has(name)).map(({ name }) => `, NULL AS ${quoted(name)}`);
  return `(SELECT *${missing.join("")} FROM ${physicalName(member)}) AS ${physicalName(asked)}`;
}

/**
 * The rows of all members in tables that exist, with the columns of the table `asked`, which is the first of `mapper`; the table
 * itself where there is no union.
 */
export function unionRows(asked: Table, { union }: Mapper, existing: ReadonlySet<Table>): string {
  if (union.length === 1) return physicalName(asked);
  const members = union.flatMap(({ tables: [first] }) => (first && existing.has(first) ? [first] : []));
  const selects = members.map((member) => {
    const own = new Set(member.columns.map(({ name }) => name));
    const columns = asked.columns.map(({ name }) => `${own.has(name) ? quoted(name) : "NULL"} AS ${quoted(name)}`);
    return `SELECT ${columns.join(", ")} FROM ${physicalName(member)}`;
  });
  return `(${selects.join(" UNION ALL ")})`;
}
