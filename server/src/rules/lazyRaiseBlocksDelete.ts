import type { Link } from "../deletes/links/link.ts";
import { ormAction } from "../deletes/links/truthTable.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import { atRelationship, callOf, onRelationship } from "./finding.ts";
import type { Finding, ParentRelationship, Rule } from "./rule.ts";
import { relationshipName, sessionDelete } from "./wording.ts";

const name = "lazy-raise-blocks-delete";

/** Objects of one class that are deleted together have to be put in order, for which the unit of work reads their parents. */
export const lazyRaiseBlocksDelete: Rule = {
  name,
  group: "disagreement",
  summary: 'lazy="raise" on the parent side of a tree: a delete cascade that has to order the rows trips over it',
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentRelationships) {
      const { link, relationship } = found;
      if (link.child.key !== link.parent.key || relationship.postUpdate) continue;
      if (ormAction(relationship, "orm") !== "delete") continue;
      const upwards = raisingParent(link, relationship);
      if (upwards) yield findingOf(found, upwards);
    }
  },
};

function raisingParent({ manyToOne }: Link, { target }: Relationship): Relationship | undefined {
  return manyToOne.find(
    ({ lazy, viewonly, postUpdate, passiveDeletes, owner }) =>
      lazy === "raise" && owner === target && !viewonly && !postUpdate && passiveDeletes === false,
  );
}

function findingOf({ link, side, relationship }: ParentRelationship, upwards: Relationship): Finding {
  const [up, down] = [relationshipName(upwards), relationshipName(relationship)];
  return onRelationship(upwards, link, {
    rule: name,
    severity: "error",
    message:
      `lazy="raise" gets in the way: ${sessionDelete(side.parentClass)} also deletes ${down}, looks at ${up} of each row to ` +
      `order the deletes, and raises InvalidRequestError: '${up}' is not available due to lazy='raise'; ` +
      `remove lazy="raise" from ${up}`,
    related: [atRelationship(relationship, `${down} is deleted with its owner`)],
    fixes: [
      {
        title: `Remove lazy="raise" from ${up}`,
        safety: "unsafe",
        changes: [{ kind: "relationshipOption", call: callOf(upwards), name: "lazy", value: null }],
      },
    ],
  });
}
