import { existsSync } from "node:fs";
import { join } from "node:path";
import { uriOfPath } from "./fileUri.ts";

/** The pages of the rules, which ship with the server so that they open without a network. */
export interface RulePages {
  /** What a link to a rule's page points to: the client's own command, else the file; null for a rule without a page. */
  readonly hrefOf: (rule: string) => string | null;
  readonly fileUriOf: (rule: string) => string | null;
}

/** `folder` holds the pages, `command` is the client's own command that shows one. Either may be missing. */
export function createRulePages(folder: string | null, command: string | null): RulePages {
  const known = new Map<string, string | null>();
  const fileUriOf = (rule: string) => {
    const found = known.get(rule);
    if (found !== undefined) return found;
    const uri = fileUri(folder, rule);
    known.set(rule, uri);
    return uri;
  };
  const hrefOf = (rule: string) => {
    const page = fileUriOf(rule);
    if (page === null || command === null) return page;
    return `command:${command}?${encodeURIComponent(JSON.stringify([rule]))}`;
  };
  return { hrefOf, fileUriOf };
}

function fileUri(folder: string | null, rule: string): string | null {
  if (folder === null || !/^[a-z-]+$/.test(rule)) return null;
  const page = join(folder, `${rule}.md`);
  return existsSync(page) ? uriOfPath(page) : null;
}
