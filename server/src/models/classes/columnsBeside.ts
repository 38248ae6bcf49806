import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";

const NONE: readonly ReadonlyMap<string, string>[] = [];

/**
 * Columns of single-table classes that a class maps although they are none of its bases. Declarative leaves out what the base
 * does not map of its own table only. What came into a table above that, after the base was mapped, is mapped once the join
 * of the base has been refreshed: when a single-table class below the base puts a column into its table
 * (`_refresh_for_new_column`).
 */
export function columnsBeside(
  declaration: MappedClassDeclaration,
  declared: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  singles: ReadonlyMap<TableKey, readonly MappedClassDeclaration[]>,
): readonly ReadonlyMap<string, string>[] {
  const { key, inherits, ancestors, inheritance, origin } = declaration;
  const base = inherits === null ? undefined : declared.get(inherits);
  if (base?.inheritance !== "joined" || inheritance === "concrete" || origin !== "declarative") return NONE;
  const refreshing = (singles.get(base.table) ?? []).filter(({ attributes }) => attributes.size > 0);
  if (refreshing.length === 0) return NONE;
  const above = new Set(ancestors.slice(1).flatMap((ancestor) => declared.get(ancestor)?.table ?? []));
  above.delete(base.table);
  const lineage = new Set([key, ...ancestors]);
  const beside = [...above].flatMap((table) => singles.get(table) ?? []).filter((each) => !lineage.has(each.key));
  if (beside.length === 0) return NONE;
  const order = [...declared.keys()];
  const positionOf = (each: MappedClassDeclaration) => order.indexOf(each.key);
  const refreshed = Math.max(...refreshing.map(positionOf).filter((position) => position <= positionOf(declaration)));
  const found = beside.filter((each) => positionOf(each) > positionOf(base) && positionOf(each) < refreshed);
  return found.length === 0 ? NONE : found.map(({ attributes }) => attributes);
}
