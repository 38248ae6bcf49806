import { existsSync, readFileSync } from "node:fs";
import ignore, { type Ignore } from "ignore";
import { isInside, joinPath, parentFolder, relativePath } from "./filePath.ts";

/** The ignore rules of one folder, and of the folders around it, whose rules yield to them (gitignore(5)). */
export interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
  readonly outer: IgnoreRules | null;
}

/** Patterns in the language of `.gitignore`, relative to `folder`. */
export function ignoreRules(
  folder: string,
  patterns: string | readonly string[],
  outer: IgnoreRules | null,
): IgnoreRules {
  // Git compares as the file system does.
  const ignorecase = process.platform === "win32" || process.platform === "darwin";
  return { folder, rules: ignore({ ignorecase, allowRelativePaths: true }).add(patterns), outer };
}

/** The rules of `folder/.gitignore` on top of `outer`; `outer` where there is no such file or it cannot be read. */
export function readIgnoreFile(folder: string, outer: IgnoreRules | null): IgnoreRules | null {
  return readRules(folder, joinPath(folder, ".gitignore"), outer);
}

/**
 * The rules that hold for `folder` because of the repository it lies in: `.git/info/exclude` and the `.gitignore` files
 * of the folders above it. Null outside a repository. Rules that ignore `folder` itself are left out, because who names a
 * folder wants to see what is in it.
 */
export function rulesAround(folder: string): IgnoreRules | null {
  const above: string[] = [];
  let repository: string | null = null;
  for (let base: string | null = folder; base !== null && repository === null; base = parentFolder(base)) {
    if (base !== folder) above.push(base);
    if (existsSync(joinPath(base, ".git"))) repository = base;
  }
  if (repository === null) return null;
  let rules = readRules(repository, joinPath(repository, ".git/info/exclude"), null);
  for (const base of above.reverse()) rules = readIgnoreFile(base, rules);
  return withoutRulesAgainst(folder, rules);
}

/** Whether the innermost rule that speaks about the path ignores it. */
export function isIgnored(rules: IgnoreRules | null, path: string, kind: "file" | "folder"): boolean {
  for (let scope = rules; scope !== null; scope = scope.outer) {
    if (path === scope.folder || !isInside(scope.folder, path)) continue;
    const relative = relativePath(scope.folder, path);
    const result = scope.rules.test(kind === "folder" ? `${relative}/` : relative);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

function withoutRulesAgainst(folder: string, rules: IgnoreRules | null): IgnoreRules | null {
  if (rules === null) return null;
  const outer = withoutRulesAgainst(folder, rules.outer);
  const scope = { ...rules, outer };
  return isIgnored({ ...rules, outer: null }, folder, "folder") ? outer : scope;
}

function readRules(folder: string, file: string, outer: IgnoreRules | null): IgnoreRules | null {
  try {
    return ignoreRules(folder, readFileSync(file, "utf8"), outer);
  } catch {
    return outer;
  }
}
