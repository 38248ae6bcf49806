import type { Fix } from "../fixes/fix.ts";
import type { ModelProblem, Relationship } from "../models/schema.ts";
import { callOf } from "./finding.ts";
import { problemRule, subjectOf } from "./problemRule.ts";
import type { IndexedProject, SchemaLookup } from "./rule.ts";
import { classNameOf } from "./wording.ts";

/** Two relationships write one foreign key and do not know of each other. */
export const unlinkedRelationships = problemRule({
  name: "unlinked-relationships",
  summary: "Two relationships write the same foreign key without being linked",
  severity: "warning",
  message: (problem) =>
    `Two relationships write ${problem.details.column ?? "one column"}: ${subjectOf(problem)} and ` +
    `${(problem.details.conflicts ?? "another").split(",").join(", ")} do not know of each other, so objects in the session ` +
    "contradict each other until they are reloaded; link them with back_populates, or make one viewonly",
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

function linkFixes(problem: ModelProblem, { schema }: IndexedProject): readonly Fix[] {
  const self = relationshipOf(problem, schema);
  const conflicts = problem.details.conflicts?.split(",") ?? [];
  if (!self || conflicts.length !== 1) return [];
  const other = schema.classes
    .get(self.target)
    ?.relationships.find((each) => `${classNameOf(each.owner)}.${each.name}` === conflicts[0]);
  if (!other || other.target !== self.owner || other.direction === self.direction) return [];
  const names = `${subjectOf(problem)} and ${conflicts[0]}`;
  return [
    { title: `Link ${names} with back_populates`, safety: "safe", changes: [link(self, other), link(other, self)] },
  ];
}

function link(relationship: Relationship, other: Relationship): Fix["changes"][number] {
  return { kind: "relationshipOption", call: callOf(relationship), name: "back_populates", value: `"${other.name}"` };
}
