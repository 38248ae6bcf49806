import type { Link, LinkSide } from "../deletes/links/link.ts";
import { classNameOf } from "../models/classKey.ts";
import type { ClassKey } from "../models/schema/keys.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import { onDeleteSite } from "./deleteSiteFinding.ts";
import { leavingChildren } from "./evidence.ts";
import { atForeignKey } from "./finding.ts";
import type { Finding, IndexedProject, Rule } from "./rule.ts";
import { errorText, foreignKeyName, relationshipName } from "./wording.ts";

interface Dependent {
  readonly link: Link;
  readonly side: LinkSide;
}

/** A DELETE statement knows nothing of what relationships would have done. */
export const bulkDeleteSkipsCascade: Rule = {
  name: "bulk-delete-skips-cascade",
  group: "usage",
  summary: "A bulk delete of a class whose children only the ORM takes care of",
  severity: "warning",
  enabledByDefault: true,
  scope: "project",
  *check(project) {
    const dependents = new Map<ClassKey, Dependent[]>();
    for (const { link, side } of project.parentSides) {
      if (side.parentClass === null || !reliesOnOrm(project, link, side)) continue;
      dependents.set(side.parentClass, [...(dependents.get(side.parentClass) ?? []), { link, side }]);
    }
    for (const site of project.applicationDeletes) {
      if (site.kind === "session" || site.target === null) continue;
      const left = (dependents.get(site.target) ?? []).filter(
        ({ link }) => leavingChildren(project, [site], link.child.classKey).length > 0,
      );
      if (left.length > 0) yield findingOf(project, site, site.target, left);
    }
  },
};

// Children that a cascade deletes are reported at the foreign key that lacks ON DELETE, unless the policy says that it may.
function reliesOnOrm({ configuration }: IndexedProject, link: Link, { verdict, manyToMany }: LinkSide): boolean {
  if (verdict.sql.kind !== "blocked" || verdict.orm.by !== "orm" || verdict.orm.kind === "blocked") return false;
  if (verdict.orm.kind === "nulled") return link.foreignKey.onDelete === null;
  return configuration.policy === "orm" || (manyToMany.length === 0 && link.manyToMany.length > 0);
}

function findingOf(
  project: IndexedProject,
  site: DeleteSite,
  target: ClassKey,
  dependents: readonly Dependent[],
): Finding {
  const [first] = dependents;
  const names = dependents.map(({ link, side }) => {
    const [relationship] = [...side.relationships, ...side.manyToMany].filter(({ viewonly }) => !viewonly);
    return relationship ? relationshipName(relationship) : link.label;
  });
  const failure = first ? errorText(first.side.verdict.sql) : "";
  return onDeleteSite(project, site, {
    rule: "bulk-delete-skips-cascade",
    severity: "warning",
    message:
      `Past the ORM: this statement does not do what session.delete does with ${[...new Set(names)].join(", ")}, and fails for ` +
      `every ${classNameOf(target)} that has any (${failure}); give the foreign key an ondelete, or deal with those rows first`,
    related: dependents.map(({ link }) =>
      atForeignKey(link.foreignKey, `${foreignKeyName(project.schema, link)} has no ON DELETE`),
    ),
  });
}
