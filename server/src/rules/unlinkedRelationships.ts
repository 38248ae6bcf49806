import type { Fix } from "../fixes/fix.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { ModelProblem } from "../models/schema/schema.ts";
import { callOf } from "./finding.ts";
import { problemRule, subjectOf } from "./problemRule.ts";
import type { IndexedProject, SchemaLookup } from "./rule.ts";
import { relationshipName } from "./wording.ts";

/** Two relationships write one foreign key and do not know of each other. */
export const unlinkedRelationships = problemRule({
  name: "unlinked-relationships",
  summary: "Two relationships write the same foreign key without being linked",
  severity: "warning",
  message: (problem, { schema }) => {
    const conflicts = conflictsOf(problem);
    const remedy = conflicts.some((name) => counterpart(problem, name, schema) !== null)
      ? "link them with back_populates, or make one viewonly"
      : "make all but one viewonly, or give each columns of its own";
    return (
      `${conflicts.length > 1 ? "Several" : "Two"} relationships write ${problem.details.column ?? "one column"}: ` +
      `${subjectOf(problem)} and ${conflicts.join(", ") || "another"} do not know of each other, so objects in the session ` +
      `contradict each other until they are reloaded; ${remedy}`
    );
  },
  fixes: linkFixes,
  // A relationship whose own back_populates fails would have been linked.
  isIrrelevant: (problem, project) =>
    project.isBroken(problem.location) ||
    problem.related.some(project.isBroken) ||
    isToldOfDeclaration(problem, project),
});

/** A backref writes what the relationship that makes it writes; one finding on that declaration is enough. */
function isToldOfDeclaration(problem: ModelProblem, { schema, problems }: IndexedProject): boolean {
  const self = relationshipOf(problem, schema);
  if (self?.origin !== "backref") return false;
  return problems.some(
    ({ code, classKey, attribute }) =>
      code === problem.code && classKey === self.target && attribute !== null && self.reverse.includes(attribute),
  );
}

function relationshipOf({ classKey, attribute }: ModelProblem, schema: SchemaLookup): Relationship | undefined {
  const owner = classKey === null ? undefined : schema.classes.get(classKey);
  return owner?.relationships.find(({ name }) => name === attribute);
}

/** The relationships beside its own, as `Class.attribute`. */
function conflictsOf({ details }: ModelProblem): readonly string[] {
  return details.conflicts?.split(",") ?? [];
}

/** The relationship of that name, if it leads back from where the problem's own leads to. */
function counterpart(problem: ModelProblem, name: string, schema: SchemaLookup): Relationship | null {
  const self = relationshipOf(problem, schema);
  const other = self && schema.classes.get(self.target)?.relationships.find((each) => relationshipName(each) === name);
  const leadsBack = other?.target === self?.owner || other?.target === self?.declaredOn;
  return other && leadsBack ? other : null;
}

function linkFixes(problem: ModelProblem, { schema }: IndexedProject): readonly Fix[] {
  const self = relationshipOf(problem, schema);
  const [conflict, ...more] = conflictsOf(problem);
  if (!self || conflict === undefined || more.length > 0) return [];
  const other = counterpart(problem, conflict, schema);
  if (other === null || other.direction === self.direction) return [];
  const names = `${subjectOf(problem)} and ${conflict}`;
  return [
    { title: `Link ${names} with back_populates`, safety: "safe", changes: [link(self, other), link(other, self)] },
  ];
}

function link(relationship: Relationship, other: Relationship): Fix["changes"][number] {
  return { kind: "relationshipOption", call: callOf(relationship), name: "back_populates", value: `"${other.name}"` };
}
