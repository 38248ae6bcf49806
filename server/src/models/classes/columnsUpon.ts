import type { DeclaredTable } from "../declaredTable.ts";
import type { FileDeclarations, TableAddition } from "../fileDeclarations.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { SteadyMap } from "../steadyMap.ts";

/** What puts columns into a table: its declaration, or a class that shares it. */
export type ColumnSource = DeclaredTable | TableAddition;

/** What a mapper may come upon in the tables of the classes above it, without that any of those brought it there. */
export interface ColumnsUpon {
  /** What the mapper sees in them and maps unless it leaves it out. */
  readonly seen: readonly ColumnSource[];
  /** What declarative tells it to leave out, and all classes below it. */
  readonly left: readonly ColumnSource[];
  /** What came into the tables too late for the join that they are selected from. */
  readonly late: readonly TableAddition[];
}

const NONE: readonly never[] = [];
const NOTHING: ColumnsUpon = { seen: NONE, left: NONE, late: NONE };

/** Whether declarative says nothing of the columns that the base does not map, because the class says itself what to leave out. */
export function leavesOutByItself({ columns, origin }: MappedClassDeclaration): boolean {
  return columns.saysExcluded || origin === "imperative";
}

/** Answers what each mapped class comes upon. */
export function columnsUpon(
  files: readonly FileDeclarations[],
  declared: SteadyMap<ClassKey, MappedClassDeclaration>,
): (declaration: MappedClassDeclaration) => ColumnsUpon {
  const additions = Map.groupBy(
    files.flatMap((file) => file.additions.filter(({ by, columns }) => by !== null && columns.length > 0)),
    ({ table }) => table,
  );
  const assigned = files.flatMap((file) => file.additions.filter((addition) => isAssigned(addition, declared)));
  const needsTables = declared.inPlace.some((each) => each.inherits !== null && leavesOutByItself(each));
  const tables = Map.groupBy(needsTables ? files.flatMap((file) => file.tables) : [], ({ key }) => key);
  const positionOf = (key: ClassKey | null) => (key === null ? undefined : declared.positions.get(key)) ?? -1;
  const refreshes = refreshesOf([...additions.values()].flat(), declared);

  /**
   * The tables that the rows of a class are joined of, each with the class up to which its columns are known: a join
   * remembers them, a table is always up to date.
   */
  function visible(key: ClassKey, until: number, depth: number): ReadonlyMap<TableKey, number> {
    const { table, inherits, inheritance, namesTableAgain } = declared.get(key) ?? {};
    if (table === undefined || depth > 50) return new Map();
    if (inherits === null || inherits === undefined || inheritance === "concrete" || namesTableAgain)
      return new Map([[table, until]]);
    if (inheritance === "single") return visible(inherits, until, depth + 1);
    const made = [positionOf(key), ...(refreshes.get(key) ?? []).filter((position) => position <= until)];
    const last = Math.max(...made);
    return new Map([...visible(inherits, last, depth + 1), [table, last]]);
  }

  /** A column that is given to a class after its statement shows in the joins of that class and of those above it. */
  function lateFor(key: ClassKey): readonly TableAddition[] {
    const known = visible(key, Number.POSITIVE_INFINITY, 0);
    const line = [key, ...(declared.get(key)?.ancestors ?? [])];
    const isBeside = ({ mapping }: TableAddition) =>
      mapping !== null && !line.includes(mapping.classKey) && !declared.get(mapping.classKey)?.ancestors.includes(key);
    return [
      ...[...known].flatMap(([table, until]) => additions.get(table)?.filter(({ by }) => positionOf(by) > until) ?? []),
      ...(known.size > 1 ? assigned.filter((addition) => known.has(addition.table) && isBeside(addition)) : []),
    ];
  }

  return (declaration) => {
    const { key, inherits, inheritance, ancestors, namesTableAgain } = declaration;
    const base = inherits === null ? undefined : declared.get(inherits);
    if (base === undefined || inheritance === "concrete" || namesTableAgain) return NOTHING;
    const itself = leavesOutByItself(declaration);
    if (!itself && additions.size === 0 && assigned.length === 0) return NOTHING;
    const here = positionOf(key);
    const late = lateFor(key);
    const beside = (table: TableKey, until: number) =>
      (additions.get(table) ?? []).filter(
        ({ by }) => by !== null && by !== key && !ancestors.includes(by) && positionOf(by) <= until,
      );
    if (itself) {
      const above = [...visible(base.key, here, 0)];
      return {
        seen: above.flatMap(([table, until]) => [
          ...(tables.get(table) ?? []),
          ...(additions.get(table) ?? []).filter(({ by }) => by !== key && positionOf(by) <= until),
        ]),
        left: NONE,
        late,
      };
    }
    const isJoin = base.ancestors.length > 0;
    const above = isJoin ? [...visible(base.key, here, 0)].filter(([table]) => table !== base.table) : NONE;
    const seen = above.flatMap(([table, until]) => beside(table, until));
    // Classes that share the table of the base ask for it themselves.
    const left = inheritance === "joined" ? beside(base.table, here) : NONE;
    return seen.length + left.length + late.length === 0 ? NOTHING : { seen, left, late };
  };
}

/** At which classes the columns of a class, and of those above it, are put together anew (`_refresh_for_new_column`). */
function refreshesOf(
  additions: readonly TableAddition[],
  declared: SteadyMap<ClassKey, MappedClassDeclaration>,
): ReadonlyMap<ClassKey, readonly number[]> {
  const found = new Map<ClassKey, number[]>();
  for (const { by } of additions) {
    const adder = by === null ? undefined : declared.get(by);
    const position = by === null ? undefined : declared.positions.get(by);
    if (adder?.inheritance !== "single" || position === undefined) continue;
    for (const above of adder.ancestors) found.set(above, [...(found.get(above) ?? []), position]);
  }
  return found;
}

/** Whether a statement after a class that shares the table of its base puts columns there. */
function isAssigned(
  { by, columns, mapping }: TableAddition,
  declared: SteadyMap<ClassKey, MappedClassDeclaration>,
): boolean {
  if (by !== null || columns.length === 0 || mapping === null) return false;
  return declared.get(mapping.classKey)?.inheritance === "single";
}
