import type { ForeignKey, Table } from "../models/schema/table.ts";

/** The table's name as SQLAlchemy's `MetaData.tables` has it: schema-qualified where there is a schema. */
export function qualifiedName(table: Pick<Table, "schema" | "name">): string {
  return table.schema === null ? table.name : `${table.schema}.${table.name}`;
}

/** `post.user_id`, or `line.(tenant, order_id)` for several columns. */
export function columnsLabel(table: string, columns: readonly string[]): string {
  return columns.length === 1 ? `${table}.${columns[0]}` : `${table}.(${columns.join(", ")})`;
}

/** `post.user_id -> user.id`; composite: `line.(tenant, order_id) -> order.(tenant, id)`. */
export function foreignKeyLabel(child: Table, foreignKey: ForeignKey): string {
  const { schema, table, columns } = foreignKey.target;
  const parent = qualifiedName({ schema, name: table });
  return `${columnsLabel(qualifiedName(child), foreignKey.columns)} -> ${columnsLabel(parent, columns)}`;
}
