import type { Fix } from "../fixes/fix.ts";
import { classNameOf } from "../models/classKey.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import { callOf, onRelationship } from "./finding.ts";
import { isUnique } from "./indexes.ts";
import { failureOf, onProblem, problemsNamed, subjectOf } from "./problemRule.ts";
import type { IndexedProject, Rule } from "./rule.ts";
import { relationshipName, sessionDelete } from "./wording.ts";

const name = "cascade-on-many-to-one";

/** The cascade stands on the side that holds the foreign key, so it runs from the child to its parent. */
export const cascadeOnManyToOne: Rule = {
  name,
  group: "missing",
  summary: "A delete cascade on the side that holds the foreign key: deleting the child deletes its parent",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const problem of problemsNamed(project, name)) {
      const message =
        `Wrong side for a delete cascade: ${failureOf(problem)}, because ${subjectOf(problem)} holds the foreign key; write it on ` +
        "the collection of the parent";
      const fixes = problem.call === null ? [] : [removeCascade(problem.call, subjectOf(problem))];
      yield { ...onProblem(project.schema, problem, message), fixes };
    }
    for (const { relationship } of project.declaredRelationships) {
      if (relationship.direction !== "MANYTOONE" || !relationship.cascade.includes("delete")) continue;
      // Whoever sets single_parent=True has said that the other side belongs to this one.
      if (relationship.singleParent) continue;
      const subject = relationshipName(relationship);
      const parent = classNameOf(relationship.target);
      yield onRelationship(relationship, null, {
        rule: name,
        severity: isOneToOne(project, relationship) ? "information" : "warning",
        message:
          `Wrong side for a delete cascade: ${sessionDelete(relationship.owner)} also deletes the ${parent} that ${subject} ` +
          "refers to, and whatever that takes with it; write the cascade on the collection of the parent",
        fixes: [removeCascade(callOf(relationship), subject)],
      });
    }
  },
};

// A parent that can have one child only loses no other child.
function isOneToOne({ schema }: IndexedProject, { synchronizePairs }: Relationship): boolean {
  const [pair] = synchronizePairs;
  const table = pair && schema.tables.get(pair.foreign.table);
  return (
    table !== undefined &&
    isUnique(
      table,
      synchronizePairs.map(({ foreign }) => foreign.column),
    )
  );
}

function removeCascade(call: ReturnType<typeof callOf>, subject: string): Fix {
  return {
    title: `Remove the delete cascade from ${subject}`,
    safety: "unsafe",
    changes: [{ kind: "deleteCascade", call, enabled: false, orphan: false }],
  };
}
