import type { Link } from "../deletes/link.ts";
import type { ClassKey, Location, ModelProblem, TableKey } from "../models/schema.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import { declaredRelationshipsOf } from "./declaredRelationships.ts";
import { parentRelationshipsOf, parentSidesOf } from "./parentRelationships.ts";
import type { IndexedProject, Project } from "./rule.ts";
import { type StoppedCascade, stoppedCascades } from "./stoppedCascades.ts";
import { isTestCode } from "./testCode.ts";

/** Adds to a project the look-ups that keep rules linear in its size. */
export function indexProject(project: Project): IndexedProject {
  const isBroken = brokenDeclarations(project.schema.problems);
  const parentSides = parentSidesOf(project.links, isBroken);
  const applicationDeletes = project.usage.deletes.filter((site) => !isTestCode(site));
  let stopped: readonly StoppedCascade[] | null = null;
  const indexed: IndexedProject = {
    ...project,
    applicationDeletes,
    problems: firstProblems(project.schema.problems),
    linksByParent: linksBy(project.links, (link) => link.parent.key),
    linksByChild: linksBy(project.links, (link) => link.child.key),
    deletesByClass: deletesByClass(project, applicationDeletes),
    isBroken,
    parentSides,
    parentRelationships: parentRelationshipsOf(parentSides),
    declaredRelationships: declaredRelationshipsOf(project.schema, isBroken),
    stoppedCascades: () => {
      stopped ??= stoppedCascades(indexed);
      return stopped;
    },
  };
  return indexed;
}

const phases: readonly ModelProblem["phase"][] = ["import", "configuration", "ddl", "warning"];

// Python stops at the first exception: what would be said of the same declaration later on is never heard.
function firstProblems(problems: readonly ModelProblem[]): readonly ModelProblem[] {
  const first = new Map<string, ModelProblem>();
  for (const problem of problems) {
    const known = first.get(placeKey(problem.location));
    if (!known || phases.indexOf(problem.phase) < phases.indexOf(known.phase)) {
      first.set(placeKey(problem.location), problem);
    }
  }
  return problems.filter((problem) => {
    const known = first.get(placeKey(problem.location));
    return known === problem || (known?.phase === "warning" && known.code !== problem.code);
  });
}

function brokenDeclarations(problems: readonly ModelProblem[]): (declaration: Location) => boolean {
  const byFile = new Map<string, Set<number>>();
  for (const { location } of problems.filter(decidesAlone)) {
    byFile.set(location.file, (byFile.get(location.file) ?? new Set()).add(location.start));
  }
  return ({ file, start }) => byFile.get(file)?.has(start) ?? false;
}

// What SQLAlchemy accepts with no more than a warning still fails by itself where the foreign key gets no action, or an
// impossible one.
function decidesAlone({ phase, code }: ModelProblem): boolean {
  return phase !== "warning" || code === "misplaced-on-delete" || code === "set-null-on-required";
}

function linksBy(links: readonly Link[], keyOf: (link: Link) => TableKey): ReadonlyMap<TableKey, readonly Link[]> {
  const index = new Map<TableKey, Link[]>();
  for (const link of links) append(index, keyOf(link), link);
  return index;
}

// Deleting an object of a subclass runs what its bases declare.
function deletesByClass(
  { schema }: Project,
  deletes: readonly DeleteSite[],
): ReadonlyMap<ClassKey, readonly DeleteSite[]> {
  const index = new Map<ClassKey, DeleteSite[]>();
  for (const site of deletes) {
    const seen = new Set<ClassKey>();
    let model = site.target;
    while (model !== null && !seen.has(model)) {
      seen.add(model);
      append(index, model, site);
      model = schema.classes.get(model)?.inherits ?? null;
    }
  }
  return index;
}

function append<Key, Value>(index: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}

function placeKey({ file, start }: Location): string {
  return `${start}:${file}`;
}
