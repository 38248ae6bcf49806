import { qualifiedName } from "../deletes/qualifiedName.ts";
import { classNameOf } from "../models/classKey.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import { placeOf, type Statement } from "./finding.ts";
import type { Finding, IndexedProject } from "./rule.ts";

/** A finding on a place where rows are deleted: on the variable or the class that is named there. */
export function onDeleteSite({ schema }: IndexedProject, site: DeleteSite, statement: Statement): Finding {
  const mapped = site.target === null ? undefined : schema.classes.get(site.target);
  const table = mapped && schema.tables.get(mapped.table);
  return {
    ...statement,
    location: placeOf(site.subject),
    related: statement.related ?? [],
    fixes: statement.fixes ?? [],
    classKey: site.target,
    className: site.target === null ? null : classNameOf(site.target),
    attribute: null,
    table: table ? qualifiedName(table) : null,
    foreignKey: null,
  };
}
