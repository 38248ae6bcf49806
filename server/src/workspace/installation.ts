import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What ships beside the code. */
export interface Installation {
  readonly version: string;
  /** The folder with one page for each rule; null where the pages are missing. */
  readonly rulePages: string | null;
}

/** Looks upwards from a folder of the code, bundled or not, for the package that it belongs to. */
export function findInstallation(from: string): Installation {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = readManifest(join(folder, "package.json"));
    if (manifest?.name === "ondelete") {
      const pages = join(folder, "docs", "rules");
      return { version: manifest.version ?? "unknown", rulePages: existsSync(pages) ? pages : null };
    }
    if (folder === dirname(folder)) return { version: "unknown", rulePages: null };
  }
}

function readManifest(path: string): { readonly name?: string; readonly version?: string } | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
