import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { quoted } from "../ddl/identifiers.ts";
import { type DdlStyle, physicalName } from "../ddl/style.ts";
import { listedColumns } from "../links/referenceRefusal.ts";
import { foreignKeyLabel } from "../qualifiedName.ts";

/**
 * Triggers for the foreign keys of a table whose actions set some of their columns only (`SET NULL (a)`). Only PostgreSQL has
 * such actions; the throwaway database declares these foreign keys without one, and lets a trigger of the parent do it.
 */
export function columnListTriggers(
  child: Table,
  foreignKeys: readonly ForeignKey[],
  parentOf: (foreignKey: ForeignKey) => Table | undefined,
  defaultOf: DdlStyle["serverDefault"],
): readonly string[] {
  return foreignKeys.flatMap((foreignKey, index) => {
    const listed = listedColumns(foreignKey);
    const parent = parentOf(foreignKey);
    if (listed === null || parent === undefined) return [];
    const { columns, target } = foreignKey;
    const set = listed.map((name) => `${quoted(name)} = ${valueSet(child, foreignKey, name, defaultOf)}`);
    const where = columns.map((name, at) => `${quoted(name)} = OLD.${quoted(target.columns[at] ?? "")}`);
    const trigger = quoted(`set columns ${index} of ${child.key}`);
    return [
      `CREATE TRIGGER ${trigger} AFTER DELETE ON ${physicalName(parent)} BEGIN ` +
        `UPDATE ${physicalName(child)} SET ${set.join(", ")} WHERE ${where.join(" AND ")}; END`,
    ];
  });
}

/** What to say of such actions where the database is taken to be SQLite. */
export function columnListNotes(child: Table, foreignKeys: readonly ForeignKey[]): readonly string[] {
  return foreignKeys
    .filter((foreignKey) => listedColumns(foreignKey) !== null)
    .map((foreignKey) => {
      const label = foreignKeyLabel(child, foreignKey);
      return `${label}: SQLAlchemy does not compile ${foreignKey.onDeleteText} for SQLite, it acts here as on PostgreSQL`;
    });
}

function valueSet(
  { columns }: Table,
  { onDelete }: ForeignKey,
  name: string,
  defaultOf: DdlStyle["serverDefault"],
): string {
  const column = columns.find((each) => each.name === name);
  return (onDelete?.startsWith("SET DEFAULT") && column && defaultOf(column)) || "NULL";
}
