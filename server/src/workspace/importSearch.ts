import { existsSync } from "node:fs";
import { importRoot } from "./analysisContext.ts";
import { joinPath, parentFolder } from "./filePath.ts";

/** What marks the folder of a whole project: above it, nothing belongs to the project. */
const PROJECT_MARKERS: readonly string[] = [".git", "pyproject.toml", "setup.py", "setup.cfg", "ondelete.toml"];

/**
 * Finds modules on disk that lie outside the folders which are analysed: what a single file imports from beside it, what
 * a sub-folder imports from the rest of its project. Never looks outside the project around a folder.
 */
export class ImportSearch {
  readonly #roots = new Map<string, readonly string[]>();
  readonly #found = new Map<string, string | null>();

  /** The file that `import module` (level 0) or `from ..module import` (level 2) means in `from`, null for none on disk. */
  find(from: string, module: string, level: number): string | null {
    const folder = parentFolder(from) ?? from;
    const key = `${folder}\n${level}\n${module}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found = level > 0 ? findRelative(folder, module, level) : this.#findAbsolute(folder, module);
    this.#found.set(key, found);
    return found;
  }

  /** What lies on disk has changed. */
  forget(): void {
    this.#roots.clear();
    this.#found.clear();
  }

  #findAbsolute(folder: string, module: string): string | null {
    const path = module.replaceAll(".", "/");
    const top = path.split("/", 1)[0] ?? path;
    for (const root of this.#rootsOf(folder)) {
      if (!this.#hasModule(root, top)) continue;
      const found = moduleAt(joinPath(root, path));
      if (found !== null) return found;
    }
    return null;
  }

  /** Most imports are of installed packages: that there is none of that name here is worth remembering. */
  #hasModule(root: string, top: string): boolean {
    const key = `${root}\n${top}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      const base = joinPath(root, top);
      found = existsSync(base) || existsSync(`${base}.py`) ? base : null;
      this.#found.set(key, found);
    }
    return found !== null;
  }

  /** Folders that may be on `sys.path` for the files of a folder, the nearest first. */
  #rootsOf(folder: string): readonly string[] {
    const known = this.#roots.get(folder);
    if (known !== undefined) return known;
    const nearest = importRoot(folder);
    const above: string[] = [];
    let project: string | null = nearest;
    for (; project !== null && !isProject(project); project = parentFolder(project)) above.push(project);
    const bases = project === null ? [nearest] : [...above, project];
    const roots = bases.flatMap((base) => [base, joinPath(base, "src")]);
    this.#roots.set(folder, roots);
    return roots;
  }
}

function findRelative(folder: string, module: string, level: number): string | null {
  let base: string | null = folder;
  for (let up = 1; up < level && base !== null; up++) base = parentFolder(base);
  if (base === null) return null;
  return moduleAt(module === "" ? base : joinPath(base, module.replaceAll(".", "/")));
}

function moduleAt(path: string): string | null {
  for (const file of [joinPath(path, "__init__.py"), `${path}.py`]) {
    if (existsSync(file)) return file;
  }
  return null;
}

function isProject(folder: string): boolean {
  return PROJECT_MARKERS.some((name) => existsSync(joinPath(folder, name)));
}
