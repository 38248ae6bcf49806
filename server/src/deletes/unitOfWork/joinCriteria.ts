import type { Relationship } from "../../models/schema/relationship.ts";
import type { Table } from "../../models/schema/table.ts";
import { withColumns } from "../../models/sqlText.ts";
import type { CellValue } from "../impact.ts";
import { committedValue, type Instance } from "./instance.ts";
import { physicalColumn } from "./session.ts";

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly CellValue[];
}

/** What a relationship asks beyond its pairs of columns when the objects behind it are looked for. */
export function criteriaConditions(
  instance: Instance,
  { criteria }: Relationship,
  tables: { readonly target: Table | undefined; readonly secondary: Table | null; readonly owner: Table | undefined },
): readonly Condition[] {
  if (criteria === null) return [];
  const conditions: Condition[] = [];
  const { target, secondary } = tables;
  if (criteria.target !== null && target) conditions.push(over(target, criteria.target));
  if (criteria.secondary !== null && secondary) conditions.push(over(secondary, criteria.secondary));
  if (criteria.owner !== null && tables.owner) conditions.push(ofOwner(instance, tables.owner, criteria.owner));
  const { owner } = tables;
  if (target && owner) {
    for (const each of criteria.across) {
      const sql = `${physicalColumn(target, each.target)} ${each.operator} ?`;
      conditions.push({ sql, parameters: [committedValue(instance, owner.key, each.owner)] });
    }
  }
  return conditions;
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
