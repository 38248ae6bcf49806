import type { ForeignKey } from "../models/schema/table.ts";

/** True where two foreign keys of one table refer from the same columns, so that a delete has to please both. */
export function sameColumns(a: ForeignKey, b: ForeignKey): boolean {
  return a.columns.length === b.columns.length && a.columns.every((name) => b.columns.includes(name));
}

/** True where two foreign keys from the same columns lead to the same place with the same actions. */
export function sameEffect(a: ForeignKey, b: ForeignKey): boolean {
  const targetOf = ({ columns, target }: ForeignKey, name: string) => target.columns[columns.indexOf(name)];
  return (
    sameColumns(a, b) &&
    a.target.table === b.target.table &&
    a.target.schema === b.target.schema &&
    a.columns.every((name) => targetOf(a, name) === targetOf(b, name)) &&
    a.onDelete === b.onDelete &&
    a.onUpdate === b.onUpdate
  );
}
