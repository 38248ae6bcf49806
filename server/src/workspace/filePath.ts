import { resolve } from "node:path";

/**
 * An absolute path with `/` between its parts on every system, and on Windows with an upper-case drive letter: the form in
 * which everything above the file system compares paths.
 */
export function absolutePath(path: string, from: string = process.cwd()): string {
  const absolute = resolve(from, path);
  if (process.platform !== "win32") return absolute;
  return absolute.replaceAll("\\", "/").replace(/^[a-z]:/, (drive) => drive.toUpperCase());
}

/** The folder that holds a path; null above the root of the file system. */
export function parentFolder(path: string): string | null {
  const split = path.lastIndexOf("/");
  if (split < 0 || path === "/") return null;
  if (split === 0) return "/";
  const parent = path.slice(0, split);
  // `C:` is no folder, `C:/` is.
  if (/^[A-Za-z]:$/.test(parent)) return path.length > 3 ? `${parent}/` : null;
  return parent;
}

/** Whether `path` is `folder` or lies below it; an empty folder is the one that relative paths start from. */
export function isInside(folder: string, path: string): boolean {
  return folder === "" || path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

export function joinPath(folder: string, name: string): string {
  return folder.endsWith("/") ? `${folder}${name}` : `${folder}/${name}`;
}

/** `path` as seen from `folder`: `.`, `a/b`, `../c`; unchanged where they share no root. */
export function relativePath(folder: string, path: string): string {
  if (path === folder) return ".";
  if (folder === "") return path;
  let up = "";
  for (let base: string | null = folder; base !== null; base = parentFolder(base)) {
    if (isInside(base, path)) {
      const below = path.slice(base.endsWith("/") ? base.length : base.length + 1);
      return below === "" ? up.slice(0, -1) : `${up}${below}`;
    }
    up += "../";
  }
  return path;
}
