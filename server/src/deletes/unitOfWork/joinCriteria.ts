import type { TableKey } from "../../models/schema/keys.ts";
import type { Relationship, SideColumn } from "../../models/schema/relationship.ts";
import type { Table } from "../../models/schema/table.ts";
import { withColumns } from "../../models/sqlText.ts";
import type { CellValue } from "../impact.ts";
import { committedValue, type Instance } from "./instance.ts";
import { physicalColumn } from "./session.ts";

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly CellValue[];
}

interface JoinedTables {
  readonly target: Table | undefined;
  readonly baseOf: (key: TableKey) => Table | undefined;
  readonly secondary: Table | null;
  readonly owner: Table | undefined;
}

/** What a relationship asks beyond its pairs of columns when the objects behind it are looked for. */
export function criteriaConditions(
  instance: Instance,
  { criteria }: Relationship,
  tables: JoinedTables,
): readonly Condition[] {
  if (criteria === null) return [];
  const conditions: Condition[] = [];
  const { target, secondary } = tables;
  if (criteria.target !== null && target) conditions.push(over(target, criteria.target));
  if (criteria.secondary !== null && secondary) conditions.push(over(secondary, criteria.secondary));
  if (criteria.owner !== null && tables.owner) conditions.push(ofOwner(instance, tables.owner, criteria.owner));
  for (const { table, sql } of criteria.bases) {
    const base = tables.baseOf(table);
    if (base) conditions.push(over(base, sql));
  }
  for (const { left, operator, right } of criteria.across) {
    const [one, other] = [sideOf(instance, tables, left), sideOf(instance, tables, right)];
    conditions.push({
      sql: `${one.sql} ${operator} ${other.sql}`,
      parameters: [...one.parameters, ...other.parameters],
    });
  }
  return conditions;
}

function sideOf(instance: Instance, tables: JoinedTables, { side, column }: SideColumn): Condition {
  const table = tables[side];
  if (!table) return { sql: "NULL", parameters: [] };
  if (side === "owner") return { sql: "?", parameters: [committedValue(instance, table.key, column)] };
  return { sql: physicalColumn(table, column), parameters: [] };
}

function over(table: Table, criteria: string): Condition {
  return { sql: `(${withColumns(criteria, (name) => physicalColumn(table, name))})`, parameters: [] };
}

/** A lazy load takes the values of the owner from the object. */
function ofOwner(instance: Instance, owner: Table, criteria: string): Condition {
  const parameters: CellValue[] = [];
  const sql = withColumns(criteria, (name) => {
    parameters.push(committedValue(instance, owner.key, name));
    return "?";
  });
  return { sql: `(${sql})`, parameters };
}
