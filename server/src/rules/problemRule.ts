import { qualifiedName } from "../deletes/qualifiedName.ts";
import type { Fix } from "../fixes/fix.ts";
import { classNameOf } from "../models/classKey.ts";
import type { ModelProblem } from "../models/schema/schema.ts";
import { placeOf } from "./finding.ts";
import type { Finding, IndexedProject, Rule, RuleGroup, SchemaLookup, Severity } from "./rule.ts";

/** A rule whose cases are recognised where declarations are read; it only has to say them well. */
export interface ProblemRule {
  readonly name: string;
  readonly group?: RuleGroup;
  readonly summary: string;
  /** The severity of every case, or of each. */
  readonly severity: Severity;
  readonly severityOf?: (problem: ModelProblem) => Severity;
  /** What the user reads. */
  readonly message: (problem: ModelProblem, project: IndexedProject) => string;
  readonly fixes?: (problem: ModelProblem, project: IndexedProject) => readonly Fix[];
  /** True for cases that say nothing of their own. */
  readonly isIrrelevant?: (problem: ModelProblem, project: IndexedProject) => boolean;
}

/** The rule that reports every problem of the schema with its name. */
export function problemRule(description: ProblemRule): Rule {
  const { name, group, summary, severity, severityOf, message, fixes, isIrrelevant } = description;
  return {
    name,
    group: group ?? "declaration",
    summary,
    severity,
    enabledByDefault: true,
    *check(project) {
      for (const problem of problemsNamed(project, name)) {
        if (isIrrelevant?.(problem, project)) continue;
        yield {
          ...onProblem(project.schema, problem, message(problem, project)),
          severity: severityOf?.(problem) ?? severity,
          fixes: fixes?.(problem, project) ?? [],
        };
      }
    },
  };
}

/** The problems that the rule of this name reports. */
export function problemsNamed({ problems }: IndexedProject, name: string): readonly ModelProblem[] {
  return problems.filter(({ code }) => code === name);
}

/** A finding on a problem's place. Warnings of SQLAlchemy are warnings here; whatever raises is an error. */
export function onProblem(schema: SchemaLookup, problem: ModelProblem, message: string): Finding {
  const { code, phase, location, related, classKey, className, attribute, table } = problem;
  const known = table === null ? undefined : schema.tables.get(table);
  return {
    rule: code,
    severity: phase === "warning" ? "warning" : "error",
    message,
    location: placeOf(location),
    related,
    classKey,
    className: className ?? (classKey === null ? null : classNameOf(classKey)),
    attribute,
    table: known ? qualifiedName(known) : null,
    foreignKey: null,
    fixes: [],
  };
}

/** `Hero.team`, or as much of it as the problem knows. */
export function subjectOf({ className, classKey, attribute }: ModelProblem): string {
  const owner = className ?? (classKey === null ? null : classNameOf(classKey));
  return [owner, attribute].filter((part) => part !== null).join(".") || "this declaration";
}

/** When and how it fails: `configuring the mappers raises ArgumentError`. */
export function failureOf({ phase, exception }: ModelProblem): string {
  switch (phase) {
    case "import":
      return `importing the module raises ${exception}`;
    case "configuration":
      return `the first use of any model raises ${exception}`;
    case "ddl":
      return `creating the tables raises ${exception}`;
    case "warning":
      return exception ? `SQLAlchemy only warns (${exception})` : "nothing is raised";
  }
}
