import type { Table } from "../models/schema/table.ts";
import { onForeignKey } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { foreignKeyName } from "./wording.ts";

/** Parent and child say whose they are, and the foreign key does not compare it. */
export const crossTenantCascade: Rule = {
  name: "cross-tenant-cascade",
  group: "usage",
  summary: "A cascading foreign key between two tables of tenants that does not include the tenant",
  severity: "hint",
  enabledByDefault: false,
  *check(project) {
    const tenantOf = ({ columns }: Table) =>
      columns.find(({ name }) => project.configuration.tenantColumns.includes(name))?.name;
    for (const link of project.links) {
      const [child, parent] = [tenantOf(link.child), tenantOf(link.parent)];
      if (link.foreignKey.onDelete !== "CASCADE" || child === undefined || parent === undefined) continue;
      if (link.foreignKey.columns.includes(child) || link.foreignKey.target.columns.includes(parent)) continue;
      const key = foreignKeyName(project.schema, link);
      yield onForeignKey(project.schema, link, {
        rule: "cross-tenant-cascade",
        severity: "hint",
        message:
          `Other tenants' rows can go too: ${key} does not include ${child}, so nothing keeps ON DELETE CASCADE of ` +
          `${link.parent.name} from deleting ${link.child.name} rows of another tenant; reference (${parent}, …) as well`,
      });
    }
  },
};
