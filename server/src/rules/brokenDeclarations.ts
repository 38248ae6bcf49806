import type { ModelProblem } from "../models/schema/schema.ts";

/** Where declarations start that fail by themselves, by file. */
export function brokenPlaces(problems: readonly ModelProblem[]): ReadonlyMap<string, ReadonlySet<number>> {
  const byFile = new Map<string, Set<number>>();
  for (const problem of problems) {
    if (!decidesAlone(problem)) continue;
    const { file, start } = problem.location;
    const places = byFile.get(file);
    if (places) places.add(start);
    else byFile.set(file, new Set([start]));
  }
  return byFile;
}

// What SQLAlchemy accepts with no more than a warning still fails by itself where the foreign key gets no action, or an
// impossible one.
function decidesAlone({ phase, code }: ModelProblem): boolean {
  return phase !== "warning" || code === "misplaced-on-delete" || code === "set-null-on-required";
}

const phases: readonly ModelProblem["phase"][] = ["import", "configuration", "ddl", "warning"];

/**
 * The problems of one file, or of all, that a user meets. Python stops at the first exception: what would be said of the
 * same declaration later on is never heard.
 */
export function firstProblems(problems: readonly ModelProblem[]): readonly ModelProblem[] {
  const first = new Map<string, ModelProblem>();
  for (const problem of problems) {
    const known = first.get(placeKey(problem));
    if (!known || phases.indexOf(problem.phase) < phases.indexOf(known.phase)) first.set(placeKey(problem), problem);
  }
  return problems.filter((problem) => {
    const known = first.get(placeKey(problem));
    return known === problem || (known?.phase === "warning" && known.code !== problem.code);
  });
}

function placeKey({ location: { file, start } }: ModelProblem): string {
  return `${start}:${file}`;
}
