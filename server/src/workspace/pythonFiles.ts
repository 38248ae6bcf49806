import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { CONFIGURATION_FILE_NAMES } from "./configurationFile.ts";
import type { ConfigurationLookup, FolderConfiguration } from "./configurationLookup.ts";
import { absolutePath, isInside, joinPath, parentFolder, relativePath } from "./filePath.ts";
import { type IgnoreRules, ignoreRules, isIgnored, readIgnoreFile, rulesAround } from "./gitIgnore.ts";
import { isSkippedFolder, VIRTUAL_ENVIRONMENT_FILE } from "./skippedFolders.ts";
import { systemErrorText } from "./sourceText.ts";

/** What a search comes across, one by one, so that whoever drives it can stop or let others work in between. */
export type Found =
  | { readonly kind: "file"; readonly path: string; readonly configuration: FolderConfiguration | null }
  | { readonly kind: "unreadable"; readonly path: string; readonly problem: string };

interface Folder {
  readonly path: string;
  readonly ignored: IgnoreRules | null;
  readonly configuration: FolderConfiguration | null;
  readonly excluded: IgnoreRules | null;
}

/**
 * The Python files at `paths` (absolute; files, or folders to search), each once, in a stable order. A file that is named
 * is found whatever its name and whoever ignores it. In folders: `.py` files except those that git ignores, those that
 * the configuration excludes, and the usual folders of environments and caches. Symbolic links are followed where they
 * lead out of `paths`, and nowhere twice.
 */
export function* findPythonFiles(paths: readonly string[], configurations: ConfigurationLookup): Generator<Found> {
  const seen = new Set<string>();
  const covered = paths.map(realPath);
  for (const path of paths) {
    const kind = kindOf(path);
    if (kind.is === "nothing") {
      yield { kind: "unreadable", path, problem: kind.problem };
    } else if (kind.is === "file") {
      if (seen.has(path)) continue;
      seen.add(path);
      yield { kind: "file", path, configuration: configurations.nearest(parentFolder(path) ?? path) };
    } else {
      for (const found of searchFolder(startingAt(path, configurations), configurations, covered)) {
        if (seen.has(found.path)) continue;
        seen.add(found.path);
        yield found;
      }
    }
  }
}

/**
 * Whether a search of `root` would come across a file at `path`, which need not exist: the configuration that covers it,
 * or "ignored".
 */
export function findAlong(
  root: string,
  path: string,
  configurations: ConfigurationLookup,
): { readonly configuration: FolderConfiguration | null } | "ignored" {
  if (root === path) return { configuration: configurations.nearest(parentFolder(path) ?? path) };
  if (!path.endsWith(".py") || !isInside(root, path)) return "ignored";
  const parts = relativePath(root, path).split("/");
  let folder = startingAt(root, configurations);
  for (const [index, part] of parts.entries()) {
    if (index > 0 && existsSync(joinPath(folder.path, VIRTUAL_ENVIRONMENT_FILE))) return "ignored";
    const inside = enter(folder, (name) => existsSync(joinPath(folder.path, name)), configurations);
    const next = joinPath(folder.path, part);
    const isFile = index === parts.length - 1;
    if (!isFile && isSkippedFolder(part)) return "ignored";
    if (isLeftOut(inside, next, isFile ? "file" : "folder")) return "ignored";
    folder = { ...inside, path: next };
  }
  return { configuration: folder.configuration };
}

function startingAt(path: string, configurations: ConfigurationLookup): Folder {
  const configuration = configurations.nearest(path);
  return { path, ignored: rulesAround(path), configuration, excluded: exclusions(configurations, configuration, path) };
}

function* searchFolder(root: Folder, configurations: ConfigurationLookup, covered: string[]): Generator<Found> {
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder.path, { withFileTypes: true });
    } catch (error) {
      yield { kind: "unreadable", path: folder.path, problem: systemErrorText(error) };
      continue;
    }
    const names = new Set(entries.map((entry) => entry.name));
    if (folder !== root && names.has(VIRTUAL_ENVIRONMENT_FILE)) continue;
    const here = enter(folder, (name) => names.has(name), configurations);
    const folders: Folder[] = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = joinPath(folder.path, entry.name);
      const kind = entry.isSymbolicLink()
        ? followLink(path, covered)
        : entry.isDirectory()
          ? "folder"
          : entry.isFile()
            ? "file"
            : null;
      if (kind === "folder") {
        if (!isSkippedFolder(entry.name) && !isLeftOut(here, path, "folder")) folders.push({ ...here, path });
      } else if (kind === "file" && entry.name.endsWith(".py") && !isLeftOut(here, path, "file")) {
        yield { kind: "file", path, configuration: here.configuration };
      }
    }
    pending.push(...folders.reverse());
  }
}

/** The folder with the rules that its own files add. */
function enter(folder: Folder, has: (name: string) => boolean, configurations: ConfigurationLookup): Folder {
  const ignored = has(".gitignore") ? readIgnoreFile(folder.path, folder.ignored) : folder.ignored;
  if (!CONFIGURATION_FILE_NAMES.some(has)) return { ...folder, ignored };
  const configuration = configurations.nearest(folder.path);
  if (configuration === folder.configuration) return { ...folder, ignored };
  return { ...folder, ignored, configuration, excluded: exclusions(configurations, configuration, folder.path) };
}

/** `folder` is where patterns start that no configuration file states. */
function exclusions(
  configurations: ConfigurationLookup,
  configuration: FolderConfiguration | null,
  folder: string,
): IgnoreRules | null {
  const { exclude } = configurations.valuesOf(configuration);
  return exclude.length === 0 ? null : ignoreRules(configuration?.folder ?? folder, exclude, null);
}

function isLeftOut(folder: Folder, path: string, kind: "file" | "folder"): boolean {
  return isIgnored(folder.ignored, path, kind) || isIgnored(folder.excluded, path, kind);
}

/**
 * What a symbolic link leads to; null where it leads nowhere, or to what is searched anyway. Adds the folder it leads to
 * to `covered`, so that a second link to it is not followed, and no circle is ever closed.
 */
function followLink(path: string, covered: string[]): "file" | "folder" | null {
  try {
    const target = absolutePath(realpathSync(path));
    if (covered.some((known) => isInside(known, target) || isInside(target, known))) return null;
    const status = statSync(target);
    if (!status.isDirectory() && !status.isFile()) return null;
    covered.push(target);
    return status.isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

function kindOf(
  path: string,
): { readonly is: "file" | "folder" } | { readonly is: "nothing"; readonly problem: string } {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return { is: "folder" };
    return status.isFile() ? { is: "file" } : { is: "nothing", problem: "is not a regular file" };
  } catch (error) {
    return { is: "nothing", problem: systemErrorText(error) };
  }
}

function realPath(path: string): string {
  try {
    return absolutePath(realpathSync(path));
  } catch {
    return path;
  }
}
