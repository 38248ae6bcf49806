import type { Link } from "../deletes/link.ts";
import { sameItems } from "../models/sameItems.ts";
import type { MappedClass, ModelProblem, Table } from "../models/schema.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import { firstProblems } from "./brokenDeclarations.ts";
import { type DeclaredRelationship, declaredRelationshipsOf } from "./declaredRelationships.ts";
import type { LookUps } from "./lookUps.ts";
import { parentRelationshipsOf, parentSidesOf } from "./parentRelationships.ts";
import type { IndexedProject, ParentRelationship, ParentSide, RuleConfiguration } from "./rule.ts";
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

/** These declarations as rules see them. What has to be worked out is, when it is first asked for. */
export function projectOf(
  { tables, classes, links, problems, deletes }: Declarations,
  lookUps: LookUps,
  configuration: RuleConfiguration,
): IndexedProject {
  const { isBroken } = lookUps;
  let sides: readonly ParentSide[] | null = null;
  let relationships: readonly ParentRelationship[] | null = null;
  let declared: readonly DeclaredRelationship[] | null = null;
  let first: readonly ModelProblem[] | null = null;
  let stopped: readonly StoppedCascade[] | null = null;
  return {
    ...lookUps,
    configuration,
    tables,
    classes,
    links,
    applicationDeletes: deletes,
    get problems() {
      first ??= firstProblems(problems);
      return first;
    },
    get parentSides() {
      sides ??= parentSidesOf(links, isBroken);
      return sides;
    },
    get parentRelationships() {
      relationships ??= parentRelationshipsOf(this.parentSides);
      return relationships;
    },
    get declaredRelationships() {
      declared ??= declaredRelationshipsOf(classes, isBroken);
      return declared;
    },
    get stoppedCascades() {
      stopped ??= stoppedCascades(this);
      return stopped;
    },
  };
}
