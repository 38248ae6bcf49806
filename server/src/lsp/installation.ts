import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What ships beside the server's code. */
export interface Installation {
  readonly version: string;
  /** The folder with one page for each rule; null where the pages are missing. */
  readonly rulePages: string | null;
}

/** Looks upwards from a folder of the code, bundled or not, for the package that it belongs to. */
export function findInstallation(from: string): Installation {
  const rulePages = join(from, "docs", "rules");
  if (existsSync(rulePages)) return { version: versionOf(join(from, "package.json")), rulePages };
  const parent = dirname(from);
  return parent === from ? { version: "unknown", rulePages: null } : findInstallation(parent);
}

function versionOf(manifest: string): string {
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version?: string };
  return version ?? "unknown";
}
