import type { ModelProblem, Schema } from "../../src/models/schema/schema.ts";
import type { Disagreement } from "./facts.ts";
import type { TrueSchema } from "./trueSchema.ts";

const phases = ["import", "configuration", "ddl"];

/**
 * Compares the failures and warnings that we foresee with those that came. Python stops at the first failure, so that what
 * we foresee for a later phase cannot be checked; anything else that we foresee must have come, and what came must have
 * been foreseen, with its class and its text.
 */
export function failureDisagreements(schema: Schema, truth: TrueSchema): Disagreement[] {
  const disagreements: Disagreement[] = [];
  const foreseen = schema.problems.filter(({ phase }) => phase !== "warning");
  const came = truth.failure;
  const cameAt = came === null ? phases.length : phases.indexOf(came.phase);
  const tooEarly = foreseen.filter((problem) => phases.indexOf(problem.phase) < cameAt);
  const atOnce = foreseen.filter((problem) => phases.indexOf(problem.phase) === cameAt);
  if (came !== null && !atOnce.some((problem) => problem.message === came.message && sameException(problem, came))) {
    disagreements.push({ kind: "failure", subject: came.phase, ours: atOnce.map(texts), truth: texts(came) });
  }
  for (const problem of tooEarly) {
    disagreements.push({ kind: "failure", subject: problem.phase, ours: texts(problem), truth: undefined });
  }
  return [...disagreements, ...warningDisagreements(schema, truth)];
}

/** After a failure at import or configuration, warnings that would have come later did not. */
function warningDisagreements(schema: Schema, { failure, warnings }: TrueSchema): Disagreement[] {
  const ours = schema.problems.filter(({ phase, exception }) => phase === "warning" && exception === "SAWarning");
  const foreseen = new Set(ours.map(({ message }) => message));
  const came = new Set(warnings.filter(({ exception }) => exception === "SAWarning").map(({ message }) => message));
  const interrupted = failure !== null && failure.phase !== "ddl";
  const missing = [...came].filter((message) => !foreseen.has(message));
  const extra = interrupted ? [] : [...foreseen].filter((message) => !came.has(message));
  return [
    ...missing.map((message) => ({ kind: "warning", subject: "SAWarning", ours: undefined, truth: message })),
    ...extra.map((message) => ({ kind: "warning", subject: "SAWarning", ours: message, truth: undefined })),
  ];
}

function sameException(problem: ModelProblem, { exception }: { readonly exception: string }): boolean {
  return problem.exception === exception;
}

function texts({ exception, message }: { readonly exception: string; readonly message: string }): string {
  return `${exception}: ${message}`;
}
