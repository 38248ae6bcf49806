import type { Link } from "../deletes/links/link.ts";
import { sameItems } from "../models/sameItems.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { ModelProblem } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";
import { type SteadyGroups, steadyGroups } from "../models/steadyGroups.ts";
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

/** Declarations of each kind by the file they stand in. */
export type DeclarationsByFile = {
  readonly [Kind in keyof Declarations]: SteadyGroups<string, Declarations[Kind][number]>;
};

/**
 * Divides declarations among the files they stand in; a foreign key goes with its table. In the order of the declarations.
 * Lists of `before`, the result for an earlier state, are kept where they hold the same.
 */
export function declarationsByFile(all: Declarations, before: DeclarationsByFile | null): DeclarationsByFile {
  return {
    tables: steadyGroups(all.tables, ({ location }) => location.file, before?.tables),
    classes: steadyGroups(all.classes, ({ location }) => location.file, before?.classes),
    links: steadyGroups(all.links, ({ child }) => child.location.file, before?.links),
    problems: steadyGroups(all.problems, ({ location }) => location.file, before?.problems),
    deletes: steadyGroups(all.deletes, ({ file }) => file, before?.deletes),
  };
}

/** The files in which anything is declared. */
export function filesOf({ tables, classes, links, problems, deletes }: DeclarationsByFile): ReadonlySet<string> {
  return new Set([tables, classes, links, problems, deletes].flatMap(({ byKey }) => byKey.inOrder));
}

export function declarationsIn(
  { tables, classes, links, problems, deletes }: DeclarationsByFile,
  file: string,
): Declarations {
  return {
    tables: tables.byKey.get(file) ?? [],
    classes: classes.byKey.get(file) ?? [],
    links: links.byKey.get(file) ?? [],
    problems: problems.byKey.get(file) ?? [],
    deletes: deletes.byKey.get(file) ?? [],
  };
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
