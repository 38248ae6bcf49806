/**
 * Which module a file is, and which file an import means. Python decides this by `sys.path`, which the source does not
 * show; the rules here follow from how projects are laid out: packages with `__init__.py`, namespace packages, `src/`
 * folders, several packages side by side.
 */
export interface Modules {
  /** The dotted name by which this project knows the file; unique within the set of files. */
  readonly nameOf: (file: string) => string;
  /** The file that has this dotted name, null for none. */
  readonly fileNamed: (module: string) => string | null;
  /** The file that `import module` (level 0) or `from ..module import` (level 2) in `from` means, null where it is not in the workspace. */
  readonly resolve: (from: string, module: string, level: number) => string | null;
  /** Whether a top-level name is that of a package or module of the workspace. */
  readonly isOwnPackage: (top: string) => boolean;
}

/**
 * Modules that are never the workspace's own, even where a file of that name lies beside the importing one: a file
 * `types.py` inside a package does not hide the standard library's.
 */
const ALWAYS_EXTERNAL: ReadonlySet<string> = new Set(
  (
    "sqlalchemy sqlmodel pydantic pydantic_core typing typing_extensions datetime enum uuid decimal dataclasses abc types re os " +
    "sys json collections functools itertools pathlib time logging string contextlib ipaddress builtins flask_sqlalchemy"
  ).split(" "),
);

/** What is known of folders without `__init__.py`; it matters for the names of the modules in them. */
export interface ShownFolders {
  /** On `sys.path`. */
  readonly roots: ReadonlySet<string>;
  /** Packages all the same. */
  readonly packages: ReadonlySet<string>;
}

/** Indexes the files of a workspace. `files` are paths with `/`, absolute or relative, in any order. */
export function indexModules(files: Iterable<string>, shown: ShownFolders = NOTHING_SHOWN): Modules {
  const present = new Set(files);
  const names = nameModules(present, shown);
  const byName = new Map<string, string>();
  for (const [file, name] of names) byName.set(name, file);
  const byLastSegment = groupByLastSegment(present);
  /** By the folder of the importing file, then by what the import says. */
  const resolved = new Map<string, Map<string, string | null>>();
  const ownPackages = new Set([...byName.keys()].map((name) => name.split(".", 1)[0] ?? name));

  function resolve(from: string, module: string, level: number): string | null {
    const folder = folderOf(from);
    let inFolder = resolved.get(folder);
    if (inFolder === undefined) {
      inFolder = new Map();
      resolved.set(folder, inFolder);
    }
    const imported = level > 0 ? ".".repeat(level) + module : module;
    const known = inFolder.get(imported);
    if (known !== undefined) return known;
    const found = level > 0 ? resolveRelative(folder, module, level) : resolveAbsolute(folder, module);
    inFolder.set(imported, found);
    return found;
  }

  function resolveRelative(folder: string, module: string, level: number): string | null {
    let base: string | null = folder;
    for (let up = 1; up < level && base !== null; up++) base = base === "" ? null : folderOf(base);
    if (base === null) return null;
    return module === "" ? fileIn(base, "__init__.py") : moduleIn(base, module.replaceAll(".", "/"));
  }

  function resolveAbsolute(folder: string, module: string): string | null {
    const top = module.split(".", 1)[0] ?? module;
    if (ALWAYS_EXTERNAL.has(top)) return null;
    const path = module.replaceAll(".", "/");
    let inPackage: string | null = null;
    for (let root: string | null = folder; root !== null; root = root === "" ? null : folderOf(root)) {
      const found = moduleIn(root, path) ?? moduleIn(join(root, "src"), path);
      if (found === null) continue;
      // The folder of a package is not on sys.path, so a sibling module is only meant where nothing better exists.
      if (!present.has(join(root, "__init__.py"))) return found;
      inPackage ??= found;
    }
    return nearest(folder, path) ?? inPackage;
  }

  /** A file elsewhere whose path ends like the module name: another source root of the same workspace. */
  function nearest(folder: string, path: string): string | null {
    const last = path.slice(path.lastIndexOf("/") + 1);
    let best: string | null = null;
    let bestShared = -1;
    for (const file of byLastSegment.get(last) ?? []) {
      if (file !== `${path}.py` && file !== `${path}/__init__.py`) {
        if (!file.endsWith(`/${path}.py`) && !file.endsWith(`/${path}/__init__.py`)) continue;
      }
      const root = file.slice(0, file.length - path.length - (file.endsWith("/__init__.py") ? 12 : 3));
      if (present.has(`${root}__init__.py`)) continue;
      const shared = sharedPrefix(file, folder);
      if (shared > bestShared || (shared === bestShared && best !== null && file.length < best.length)) {
        best = file;
        bestShared = shared;
      }
    }
    return best;
  }

  function moduleIn(folder: string, path: string): string | null {
    return fileIn(folder, `${path}/__init__.py`) ?? fileIn(folder, `${path}.py`);
  }

  function fileIn(folder: string, name: string): string | null {
    const file = join(folder, name);
    return present.has(file) ? file : null;
  }

  return {
    nameOf: (file) => names.get(file) ?? file,
    fileNamed: (module) => byName.get(module) ?? null,
    isOwnPackage: (top) => ownPackages.has(top),
    resolve,
  };
}

const NOTHING_SHOWN: ShownFolders = { roots: new Set(), packages: new Set() };

/** The folder that has to be on `sys.path` for `import module` to mean `file`. */
export function rootOfImport(file: string, module: string): string {
  const path = module.replaceAll(".", "/");
  const suffix = file.endsWith("/__init__.py") ? `${path}/__init__.py` : `${path}.py`;
  return file.slice(0, Math.max(0, file.length - suffix.length - 1));
}

/**
 * Package folders and the nearest known root above them give the name; files that would share one get as many more folders
 * as tell them apart.
 */
function nameModules(files: ReadonlySet<string>, { roots, packages }: ShownFolders): Map<string, string> {
  const isPackageFolder = (folder: string) => files.has(join(folder, "__init__.py")) || packages.has(folder);
  const segments = new Map<string, { readonly parts: readonly string[]; used: number }>();
  for (const file of files) {
    const parts = file
      .replace(/\.pyi?$/, "")
      .split("/")
      .filter((part) => part !== "" && part !== ".");
    const isPackage = parts.at(-1) === "__init__";
    if (isPackage) parts.pop();
    let used = 1;
    while (used < parts.length && isPackageFolder(ancestor(file, used + (isPackage ? 1 : 0)))) used++;
    for (let more = used; roots.size > 0 && more <= parts.length; more++) {
      if (!roots.has(ancestor(file, more + (isPackage ? 1 : 0)))) continue;
      used = more;
      break;
    }
    segments.set(file, { parts, used });
  }
  const named = new Map<string, string>();
  const given = new Set<string>();
  let pending: readonly string[] = [...segments.keys()];
  while (pending.length > 0) {
    const owners = new Map<string, string[]>();
    for (const file of pending) {
      const entry = segments.get(file);
      const name = entry === undefined ? file : entry.parts.slice(-entry.used).join(".") || file;
      const sharing = owners.get(name);
      if (sharing === undefined) owners.set(name, [file]);
      else sharing.push(file);
    }
    const again: string[] = [];
    for (const [name, sharing] of owners) {
      const taken = sharing.length > 1 || given.has(name);
      for (const file of sharing) {
        const entry = segments.get(file);
        if (taken && entry !== undefined && entry.used < entry.parts.length) {
          entry.used++;
          again.push(file);
        } else {
          named.set(file, name);
          given.add(name);
        }
      }
    }
    pending = again;
  }
  return named;
}

function groupByLastSegment(files: ReadonlySet<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const parts = file.split("/");
    const last = parts.at(-1) === "__init__.py" ? parts.at(-2) : parts.at(-1)?.replace(/\.pyi?$/, "");
    if (last === undefined) continue;
    const group = groups.get(last);
    if (group === undefined) groups.set(last, [file]);
    else group.push(file);
  }
  return groups;
}

function sharedPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let index = 0;
  while (index < limit && a.charCodeAt(index) === b.charCodeAt(index)) index++;
  return index;
}

/** The folders that a file is in, nearest first, `count` at most. */
export function foldersAbove(file: string, count: number): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(file); folder !== "" && folders.length < count; folder = folderOf(folder)) {
    folders.push(folder);
  }
  return folders;
}

function ancestor(path: string, levels: number): string {
  let folder = path;
  for (let level = 0; level < levels; level++) folder = folderOf(folder);
  return folder;
}

function folderOf(path: string): string {
  const split = path.lastIndexOf("/");
  return split < 0 ? "" : path.slice(0, split);
}

function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
