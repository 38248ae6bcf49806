import type { Impact } from "../../src/deletes/impact.ts";
import { deletePaths } from "../../src/deletes/outcome.ts";
import { previewDelete } from "../../src/deletes/preview.ts";
import type { Database } from "../../src/deletes/throwaway/database.ts";
import type { ClassKey } from "../../src/models/schema/keys.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
import { compareDelete, type DeleteDisagreement, type PathOutcome } from "./compareDeletes.ts";
import type { DeleteRun, TrueDeletes, TrueRun } from "./oracleProcess.ts";

/** The previews of every class of a schema. */
export interface Previews {
  readonly impacts: readonly ClassImpact[];
  /** What the real SQLAlchemy is asked: the same deletes on the same rows. */
  readonly runs: readonly DeleteRun[];
}

export interface ClassImpact {
  readonly model: ClassKey;
  readonly impact: Impact;
}

export interface ImpactDisagreement extends DeleteDisagreement {
  readonly model: string;
}

/** Previews the delete of one object of every mapped class, or only of the class named. */
export function previewEveryClass(database: Database, schema: Schema, only: string | null = null): Previews {
  const models = [...schema.classes.keys()].filter((model) => only === null || model === only);
  const impacts = models.flatMap((model) => {
    const impact = previewDelete(schema, model, {}, database);
    return impact === null ? [] : [{ model, impact }];
  });
  return { impacts, runs: impacts.map(runOf) };
}

function runOf({ model, impact }: ClassImpact): DeleteRun {
  return { model, victim: impact.victim, before: impact.before, foreignKeys: true };
}

/** How many paths the real SQLAlchemy did not come to the end of; there is nothing to compare on them. */
export function unfinishedPaths({ runs }: TrueDeletes): number {
  return runs.flatMap(({ paths }) => Object.values(paths)).filter((path) => path === null).length;
}

/** Compares every preview with what really happened, row for row on every path. */
export function compareImpacts({ impacts }: Previews, truth: TrueDeletes): ImpactDisagreement[] {
  return impacts.flatMap(({ model, impact }, index) =>
    compareImpact(impact, truth.runs[index] ?? null, truth).map((found) => ({ model, ...found })),
  );
}

/**
 * `lazy="subquery"` from a class to one that inherits from it has no end: SQLAlchemy 2.1 goes on for ever, 2.0 until SQLite
 * refuses a query of so many tables. Joins of that width that a single query asks for are foreseen and compared.
 */
function isEndlessLoad(ours: PathOutcome, really: PathOutcome): boolean {
  const reason = "at most 64 tables in a join";
  return really.error?.reason === reason && ours.error?.reason !== reason;
}

function compareImpact(impact: Impact, run: TrueRun | null, truth: TrueDeletes): DeleteDisagreement[] {
  const failure = truth.failure ?? run?.failure ?? null;
  return deletePaths.flatMap((path) => {
    const ours = impact.paths[path];
    const really = run?.paths[path];
    if (really === null) return [];
    if (failure === null && really !== undefined) {
      return isEndlessLoad(ours, really) ? [] : compareDelete(path, ours, really);
    }
    const error = failure === null ? null : { kind: failure.exception, reason: failure.message };
    return compareDelete(path, { ...ours, after: {} }, { error, after: {}, statements: null });
  });
}
