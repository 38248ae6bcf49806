import type { Relationship, Table } from "../../models/schema.ts";
import type { CellValue } from "../impact.ts";
import { committedValue, type Instance } from "./instance.ts";
import { physicalColumn } from "./session.ts";

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly CellValue[];
}

/** Names and strings in the SQL of criteria. */
const TOKEN = /"((?:[^"]|"")+)"|'(?:[^']|'')*'/g;

/** What a relationship asks beyond its pairs of columns when the objects behind it are looked for. */
export function criteriaConditions(
  instance: Instance,
  { criteria }: Relationship,
  tables: { readonly target: Table | undefined; readonly secondary: Table | null; readonly owner: Table | undefined },
): readonly Condition[] {
  if (criteria === null) return [];
  const conditions: Condition[] = [];
  if (criteria.target !== null && tables.target) conditions.push(over(tables.target, criteria.target));
  if (criteria.secondary !== null && tables.secondary) conditions.push(over(tables.secondary, criteria.secondary));
  if (criteria.owner !== null && tables.owner) conditions.push(ofOwner(instance, tables.owner, criteria.owner));
  return conditions;
}

function over(table: Table, criteria: string): Condition {
  const sql = criteria.replaceAll(TOKEN, (token, name: string | undefined) =>
    name === undefined ? token : physicalColumn(table, name.replaceAll('""', '"')),
  );
  return { sql: `(${sql})`, parameters: [] };
}

/** A lazy load takes the values of the owner from the object. */
function ofOwner(instance: Instance, owner: Table, criteria: string): Condition {
  const parameters: CellValue[] = [];
  const sql = criteria.replaceAll(TOKEN, (token, name: string | undefined) => {
    if (name === undefined) return token;
    parameters.push(committedValue(instance, owner.key, name.replaceAll('""', '"')));
    return "?";
  });
  return { sql: `(${sql})`, parameters };
}
