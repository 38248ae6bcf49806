import { ormAction } from "../deletes/links/truthTable.ts";
import { classNameOf } from "../models/classKey.ts";
import type { Column } from "../models/schema/column.ts";
import type { ClassKey } from "../models/schema/keys.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import { onDeleteSite } from "./deleteSiteFinding.ts";
import { onRelationship } from "./finding.ts";
import type { Finding, IndexedProject, Rule } from "./rule.ts";
import { relationshipName, sessionDelete } from "./wording.ts";

/** Rows that are meant to be marked, and are removed. */
export const softDeleteBypassed: Rule = {
  name: "soft-delete-bypassed",
  group: "usage",
  summary: "Rows of a class with a soft-delete column are really deleted",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const site of project.applicationDeletes) {
      const column = site.target === null ? null : softDeleteColumn(project, site.target);
      if (site.target !== null && column) yield atSite(project, site, site.target, column);
    }
    for (const { owner, relationship } of project.declaredRelationships) {
      if (ormAction(relationship, "ormLoaded") !== "delete" || relationship.direction !== "ONETOMANY") continue;
      const column = softDeleteColumn(project, relationship.target);
      if (column && !softDeleteColumn(project, owner.key)) yield atCascade(relationship, column);
    }
  },
};

/** The column that marks rows of the class as deleted, null where it has none. */
function softDeleteColumn({ schema, configuration }: IndexedProject, model: ClassKey): Column | null {
  const mapped = schema.classes.get(model);
  const table = mapped && schema.tables.get(mapped.table);
  return table?.columns.find(({ name }) => configuration.softDeleteColumns.includes(name)) ?? null;
}

function atSite(project: IndexedProject, site: DeleteSite, target: ClassKey, column: Column): Finding {
  // A statement with a condition may well be the job that removes what was marked long ago, and who asks for marked rows is.
  const purges =
    site.askedColumns.some((name) => name === column.name || name === column.attribute) ||
    (site.kind !== "session" && site.chain.some(({ name }) => name.startsWith("where") || name.startsWith("filter")));
  const name = classNameOf(target);
  return onDeleteSite(project, site, {
    rule: "soft-delete-bypassed",
    severity: purges ? "hint" : "warning",
    message:
      `Really deleted: ${name} rows are marked by ${name}.${column.attribute ?? column.name}, but this removes them for good; ` +
      "set the column instead",
    related: [{ ...column.location, message: `${name} has a soft-delete column` }],
  });
}

function atCascade(relationship: Relationship, column: Column): Finding {
  const name = classNameOf(relationship.target);
  return onRelationship(relationship, null, {
    rule: "soft-delete-bypassed",
    severity: "hint",
    message:
      `Really deleted: ${sessionDelete(relationship.owner)} removes the ${name} rows of ${relationshipName(relationship)} for ` +
      `good, although ${name}.${column.attribute ?? column.name} marks rows as deleted`,
    related: [{ ...column.location, message: `${name} has a soft-delete column` }],
  });
}
