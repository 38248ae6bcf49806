import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ClientFeatures } from "./clientFeatures.ts";
import { uriOfPath } from "./fileUri.ts";

/** The pages of the rules, which ship with the server so that they open without a network. */
export interface RulePages {
  /** What a link to a rule's page points to: the client's own command, else the file. */
  readonly hrefOf: (rule: string) => string | null;
  /** The page itself; null where this installation has none of that name. */
  readonly fileUriOf: (rule: string) => string | null;
}

/** `from` is a folder inside the installation; the pages are in `docs/rules` of the nearest folder above that has them. */
export function findRulePages(from: string, client: ClientFeatures): RulePages {
  const folder = nearestPages(from);
  const fileUriOf = (rule: string) => {
    if (folder === null || !/^[a-z-]+$/.test(rule)) return null;
    const page = join(folder, `${rule}.md`);
    return existsSync(page) ? uriOfPath(page) : null;
  };
  const known = new Map<string, string | null>();
  const hrefOf = (rule: string) => {
    const found = known.get(rule) ?? fileUriOf(rule);
    known.set(rule, found);
    if (found === null || client.showRuleCommand === null) return found;
    return `command:${client.showRuleCommand}?${encodeURIComponent(JSON.stringify([rule]))}`;
  };
  return { hrefOf, fileUriOf };
}

function nearestPages(from: string): string | null {
  const pages = join(from, "docs", "rules");
  if (existsSync(pages)) return pages;
  const parent = dirname(from);
  return parent === from ? null : nearestPages(parent);
}
