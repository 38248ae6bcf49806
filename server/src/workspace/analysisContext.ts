import { existsSync, statSync } from "node:fs";
import type { ConfigurationLookup } from "./configurationLookup.ts";
import { joinPath, parentFolder } from "./filePath.ts";

/**
 * The files and folders that have to be read to judge what stands at `path`. Models name each other by strings, so a
 * module on its own says too little: the folder that is configured counts as one project, and so does a package.
 * A file outside both is a program of its own, with what it imports.
 */
export function analysisContext(path: string, configurations: ConfigurationLookup): string {
  const folder = isFolder(path) ? path : (parentFolder(path) ?? path);
  const configured = configurations.nearest(folder);
  if (configured !== null && !configured.chosen) return configured.folder;
  return outermostPackage(folder) ?? path;
}

/** The outermost folder around (or at) `folder` that is reached through `__init__.py` files only, null outside a package. */
function outermostPackage(folder: string): string | null {
  let outermost: string | null = null;
  for (let base: string | null = folder; base !== null && isPackage(base); base = parentFolder(base)) outermost = base;
  return outermost;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isPackage(folder: string): boolean {
  return existsSync(joinPath(folder, "__init__.py"));
}

/** The folder from which Python would import the modules of `folder`: the one around its outermost package. */
export function importRoot(folder: string): string {
  const outermost = outermostPackage(folder);
  return outermost === null ? folder : (parentFolder(outermost) ?? outermost);
}
