import type { Link } from "../deletes/link.ts";
import { sameItems } from "../models/sameItems.ts";
import type { MappedClass, ModelProblem, Table } from "../models/schema.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import { firstProblems } from "./brokenDeclarations.ts";
import { type DeclaredRelationship, declaredRelationshipsOf } from "./declaredRelationships.ts";
import type { LookUps } from "./lookUps.ts";
import { parentRelationshipsOf, parentSidesOf } from "./parentRelationships.ts";
import type { IndexedProject, RuleConfiguration } from "./rule.ts";
import { type StoppedCascade, stoppedCascades } from "./stoppedCascades.ts";

/** What is declared in one file, or in all of them. */
export interface Declarations {
  readonly tables: readonly Table[];
  readonly classes: readonly MappedClass[];
  readonly links: readonly Link[];
  readonly problems: readonly ModelProblem[];
  readonly deletes: readonly DeleteSite[];
}

/** Divides declarations among the files they stand in; a foreign key goes with its table. In the order of the declarations. */
export function declarationsByFile(all: Declarations): ReadonlyMap<string, Declarations> {
  const files = new Map<string, { [Kind in keyof Declarations]: Declarations[Kind][number][] }>();
  const of = (file: string) => {
    let own = files.get(file);
    if (own === undefined) {
      own = { tables: [], classes: [], links: [], problems: [], deletes: [] };
      files.set(file, own);
    }
    return own;
  };
  for (const table of all.tables) of(table.location.file).tables.push(table);
  for (const mapped of all.classes) of(mapped.location.file).classes.push(mapped);
  for (const link of all.links) of(link.child.location.file).links.push(link);
  for (const problem of all.problems) of(problem.location.file).problems.push(problem);
  for (const site of all.deletes) of(site.file).deletes.push(site);
  return files;
}

export function sameDeclarations(a: Declarations, b: Declarations): boolean {
  return (
    sameItems(a.tables, b.tables) &&
    sameItems(a.classes, b.classes) &&
    sameItems(a.links, b.links) &&
    sameItems(a.problems, b.problems) &&
    sameItems(a.deletes, b.deletes)
  );
}

/** Foreign keys seen from the classes of their parent tables. */
export type ParentViews = Pick<IndexedProject, "parentSides" | "parentRelationships">;

export function parentViewsOf(links: readonly Link[], isBroken: LookUps["isBroken"]): ParentViews {
  const parentSides = parentSidesOf(links, isBroken);
  return { parentSides, parentRelationships: parentRelationshipsOf(parentSides) };
}

/** These declarations as rules see them. What few rules ask for is worked out when it is first asked for. */
export function projectOf(
  { tables, classes, links, problems, deletes }: Declarations,
  views: ParentViews,
  lookUps: LookUps,
  configuration: RuleConfiguration,
): IndexedProject {
  let declared: readonly DeclaredRelationship[] | null = null;
  let stopped: readonly StoppedCascade[] | null = null;
  return {
    ...lookUps,
    ...views,
    configuration,
    tables,
    classes,
    links,
    applicationDeletes: deletes,
    problems: firstProblems(problems),
    get declaredRelationships() {
      declared ??= declaredRelationshipsOf(classes, lookUps.isBroken);
      return declared;
    },
    get stoppedCascades() {
      stopped ??= stoppedCascades(this);
      return stopped;
    },
  };
}
