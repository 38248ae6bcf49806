import { classNameOf } from "../models/classKey.ts";
import { callOf, onRelationship } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { relationshipName } from "./wording.ts";

/** The option is about children, and this side has none. */
export const passiveDeletesOnManyToOne: Rule = {
  name: "passive-deletes-on-many-to-one",
  group: "missing",
  summary: "passive_deletes on the side that holds the foreign key has no effect",
  severity: "hint",
  enabledByDefault: true,
  *check(project) {
    for (const { relationship } of project.declaredRelationships) {
      const { direction, passiveDeletes, cascade } = relationship;
      if (direction !== "MANYTOONE" || passiveDeletes === false || cascade.includes("delete")) continue;
      const name = relationshipName(relationship);
      yield onRelationship(relationship, null, {
        rule: "passive-deletes-on-many-to-one",
        severity: "hint",
        message:
          `Inert: passive_deletes of ${name} means nothing, because a ${classNameOf(relationship.owner)} has no children there; ` +
          `it belongs to the collection of ${classNameOf(relationship.target)}`,
        fixes: [
          {
            title: `Remove passive_deletes from ${name}`,
            safety: "safe",
            changes: [{ kind: "passiveDeletes", call: callOf(relationship), value: null }],
          },
        ],
      });
    }
  },
};
