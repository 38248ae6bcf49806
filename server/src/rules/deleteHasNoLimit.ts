import { classNameOf } from "../models/classKey.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import { placeOf } from "./finding.ts";
import type { Finding, Rule } from "./rule.ts";

/** What `Select` and `Query` have and SQLAlchemy's `Delete` has not. */
const missingOnDelete = new Set(["limit", "order_by", "offset", "join", "group_by", "having", "distinct"]);

/** What SQLAlchemy refuses to combine with `Query.delete()`. */
const refusedByQuery = new Set([
  "limit",
  "offset",
  "order_by",
  "group_by",
  "distinct",
  "join",
  "outerjoin",
  "select_from",
  "from_self",
]);

/** A DELETE statement has no place for what people know from SELECT. */
export const deleteHasNoLimit: Rule = {
  name: "delete-has-no-limit",
  group: "usage",
  summary: "limit(), order_by() and the like cannot be used on a delete",
  severity: "error",
  enabledByDefault: true,
  scope: "project",
  *check({ usage }) {
    for (const site of usage.deletes) {
      if (site.kind === "session") continue;
      const refused = site.kind === "bulk" ? missingOnDelete : refusedByQuery;
      const method = site.chain.find(({ name }) => refused.has(name));
      if (method) yield findingOf(site, method);
    }
  },
};

function findingOf(site: DeleteSite, method: DeleteSite["chain"][number]): Finding {
  const model = site.target === null ? "Model" : classNameOf(site.target);
  const failure =
    site.kind === "bulk"
      ? `raises AttributeError: 'Delete' object has no attribute '${method.name}'`
      : `raises InvalidRequestError: Can't call Query.update() or Query.delete() when ${method.name}() has been called`;
  return {
    rule: "delete-has-no-limit",
    severity: "error",
    message:
      `${method.name}() does not exist for deletes: this ${failure}; ` +
      `select the keys first, as in delete(${model}).where(${model}.id.in_(select(${model}.id).${method.name}(…)))`,
    location: placeOf(method),
    related: [],
    classKey: site.target,
    className: site.target === null ? null : classNameOf(site.target),
    attribute: null,
    table: null,
    foreignKey: null,
    fixes: [],
  };
}
