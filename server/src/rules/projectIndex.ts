import type { Link } from "../deletes/links/link.ts";
import type { ClassKey, TableKey } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Table } from "../models/schema/table.ts";
import { type SteadyGroups, steadyGroups } from "../models/steadyGroups.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import { brokenPlaces } from "./brokenDeclarations.ts";
import { deletedTables } from "./deletedTables.ts";
import { reachedByDatabase } from "./reachedByDatabase.ts";
import type { Project } from "./rule.ts";
import { isTestCode } from "./testCode.ts";

/** What rules look up in the whole project. */
export interface ProjectIndex {
  readonly tables: ReadonlyMap<TableKey, Table>;
  readonly classes: ReadonlyMap<ClassKey, MappedClass>;
  readonly linksByParent: SteadyGroups<TableKey, Link>;
  readonly linksByChild: SteadyGroups<TableKey, Link>;
  readonly deletesByClass: ReadonlyMap<ClassKey, readonly DeleteSite[]>;
  readonly deletedTables: ReadonlySet<TableKey>;
  readonly reachedByDatabase: ReadonlyMap<TableKey, Link>;
  /** Where the declarations of a file start that fail by themselves. */
  readonly broken: ReadonlyMap<string, ReadonlySet<number>>;
  readonly applicationDeletes: readonly DeleteSite[];
  readonly deletesUnknownObjects: boolean;
}

/** Lists of `previous`, the index of an earlier state, are kept where they hold the same. */
export function indexProject({ schema, links, usage }: Project, previous: ProjectIndex | null): ProjectIndex {
  const { tables, classes, problems } = schema;
  const applicationDeletes = usage.deletes.filter((site) => !isTestCode(site));
  const linksByParent = steadyGroups(links, ({ parent }) => parent.key, previous?.linksByParent);
  return {
    tables,
    classes,
    linksByParent,
    linksByChild: steadyGroups(links, ({ child }) => child.key, previous?.linksByChild),
    deletesByClass: deletesByClass(classes, applicationDeletes),
    deletedTables: deletedTables(applicationDeletes, classes, linksByParent.byKey),
    reachedByDatabase: reachedByDatabase(links, linksByParent.byKey),
    broken: brokenPlaces(problems),
    applicationDeletes,
    deletesUnknownObjects: applicationDeletes.some(({ kind, target }) => kind === "session" && target === null),
  };
}

// Deleting an object of a subclass runs what its bases declare.
function deletesByClass(
  classes: ReadonlyMap<ClassKey, MappedClass>,
  deletes: readonly DeleteSite[],
): ReadonlyMap<ClassKey, readonly DeleteSite[]> {
  const index = new Map<ClassKey, DeleteSite[]>();
  for (const site of deletes) {
    const seen = new Set<ClassKey>();
    let model = site.target;
    while (model !== null && !seen.has(model)) {
      seen.add(model);
      append(index, model, site);
      model = classes.get(model)?.inherits ?? null;
    }
  }
  return index;
}

function append<Key, Value>(index: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}
