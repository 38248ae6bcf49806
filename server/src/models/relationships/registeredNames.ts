import type { MappedClassDeclaration, MappedDeclarations } from "../mappedDeclarations.ts";
import type { Table } from "../schema/table.ts";
import { type SteadyGroups, steadyGroups } from "../steadyGroups.ts";
import { type SteadyMap, SteadyMapBuilder } from "../steadyMap.ts";

/** The classes of each registry by name, and the tables of each `MetaData` by their names with the schema. */
export interface RegisteredNames {
  readonly classes: Registered<MappedClassDeclaration>;
  readonly tables: Registered<Table>;
}

interface Registered<T> {
  readonly bySpace: SteadyGroups<string, T>;
  readonly byName: SteadyMap<string, SteadyGroups<string, T>>;
}

/** Indexes the declarations. What is the same in `previous`, the index of an earlier state, is kept. */
export function registeredNames(
  { classes, tables }: MappedDeclarations,
  previous: RegisteredNames | null,
): RegisteredNames {
  const className = ({ name }: MappedClassDeclaration) => name;
  return {
    classes: registered([...classes.values()], ({ registry }) => registry, className, previous?.classes),
    tables: registered([...tables.values()], ({ metadata }) => metadata, nameInMetadata, previous?.tables),
  };
}

/** What a table is found by, which is not what it is called where a member of an enumeration names it. */
function nameInMetadata({ key, metadata }: Table): string {
  return key.slice(metadata.length + 1);
}

function registered<T>(
  items: readonly T[],
  spaceOf: (item: T) => string,
  nameOf: (item: T) => string,
  before: Registered<T> | undefined,
): Registered<T> {
  const bySpace = steadyGroups(items, spaceOf, before?.bySpace);
  const byName = new SteadyMapBuilder(before?.byName);
  bySpace.byKey.forEach((own, space) => {
    byName.set(space, steadyGroups(own, nameOf, before?.byName.get(space)));
  });
  return { bySpace, byName: byName.finish() };
}
