import type { MappedClassDeclaration, MappedDeclarations } from "../mappedDeclarations.ts";
import type { Table } from "../schema/table.ts";
import type { RegisteredNames } from "./registeredNames.ts";

/**
 * Finds what a name in a string argument of a relationship stands for, as `sqlalchemy.orm.clsregistry` does: classes of
 * the owner's registry by name, tables of its `MetaData`, or classes by the tail of their module path.
 */
export interface ClassRegistry {
  /**
   * Resolves the first tokens of a dotted path; `consumed` says how many belong to the thing found, the rest being
   * attributes of it. `prefer` says whether tables or classes win where both have the name.
   */
  readonly find: (
    owner: MappedClassDeclaration,
    path: readonly string[],
    prefer: "classes" | "tables",
  ) => RegistryEntry;
}

export type RegistryEntry =
  /** `namesakes`: how many classes of the registry have the name. */
  | {
      readonly kind: "class";
      readonly class: MappedClassDeclaration;
      readonly consumed: number;
      readonly namesakes: number;
    }
  | { readonly kind: "table"; readonly table: Table; readonly consumed: number }
  /** Several classes have the name. `certain`: they are sure to be loaded together. */
  | { readonly kind: "ambiguous"; readonly path: string; readonly certain: boolean }
  /** `reason` is what SQLAlchemy says inside "failed to locate a name (…)", null for the name itself. */
  | { readonly kind: "missing"; readonly reason: string | null };

/** Each lookup is a few map reads. */
export function createClassRegistry(declarations: MappedDeclarations, names: RegisteredNames): ClassRegistry {
  const modules = new Map<string, ReadonlySet<string>>();

  function find(owner: MappedClassDeclaration, path: readonly string[], prefer: "classes" | "tables"): RegistryEntry {
    const name = path[0] ?? "";
    const first = prefer === "tables" ? findTable(owner, path) : findClass(owner, name);
    if (first !== null) return first;
    const second = prefer === "tables" ? findClass(owner, name) : findTable(owner, path);
    return second ?? findInModules(owner, path);
  }

  function findClass(owner: MappedClassDeclaration, name: string): RegistryEntry | null {
    const found = names.classes.byName.get(owner.registry)?.byKey.get(name);
    return found === undefined ? null : choose(declarations, owner, found, name, 1);
  }

  function findTable(owner: MappedClassDeclaration, path: readonly string[]): RegistryEntry | null {
    const name = path[0] ?? "";
    const tables = names.tables.byName.get(owner.metadata)?.byKey;
    const plain = tables?.get(name)?.at(-1);
    if (plain !== undefined) return { kind: "table", table: plain, consumed: 1 };
    if (path.length < 2 || !isSchema(owner.metadata, name)) return null;
    const table = tables?.get(`${name}.${path[1]}`)?.at(-1);
    return table === undefined ? { kind: "missing", reason: null } : { kind: "table", table, consumed: 2 };
  }

  function isSchema(metadata: string, name: string): boolean {
    return names.tables.bySpace.byKey.get(metadata)?.some(({ schema }) => schema === name) ?? false;
  }

  /** `models.user.User`: any tail of a module path, then the class. */
  function findInModules(owner: MappedClassDeclaration, path: readonly string[]): RegistryEntry {
    // A module may be further down in a package than the workspace shows: the one that holds its topmost folder.
    const entry =
      classIn(owner, path, isTailOf) ?? classIn(owner, path, (written, module) => isTailOf(module, written));
    if (entry !== null) return entry;
    const tails = moduleTails(owner.registry);
    if (!tails.has(path[0] ?? "")) return { kind: "missing", reason: null };
    let known = 1;
    while (known < path.length - 1 && tails.has(path.slice(0, known + 1).join("."))) known++;
    const reason = `Module '${path[known - 1]}' has no mapped classes registered under the name '${path[known]}'`;
    return { kind: "missing", reason: path.length > 1 ? reason : null };
  }

  function classIn(
    owner: MappedClassDeclaration,
    path: readonly string[],
    means: (written: string, module: string) => boolean,
  ): RegistryEntry | null {
    for (let length = path.length - 1; length > 0; length--) {
      const written = path.slice(0, length).join(".");
      const name = path[length] ?? "";
      const named = names.classes.byName.get(owner.registry)?.byKey.get(name);
      const found = named?.filter(({ module }) => means(written, module)) ?? [];
      if (found.length > 0) return choose(declarations, owner, found, `${written}.${name}`, length + 1);
    }
    return null;
  }

  /** Every dotted sequence that some module path of the registry contains, from any token on. */
  function moduleTails(registry: string): ReadonlySet<string> {
    const known = modules.get(registry);
    if (known !== undefined) return known;
    const tails = new Set<string>();
    const seen = new Set<string>();
    for (const declaration of declarations.classes.values()) {
      if (declaration.registry !== registry || seen.has(declaration.module)) continue;
      seen.add(declaration.module);
      const tokens = declaration.module.split(".");
      for (let start = 0; start < tokens.length; start++) {
        for (let end = start + 1; end <= tokens.length; end++) tails.add(tokens.slice(start, end).join("."));
      }
    }
    modules.set(registry, tails);
    return tails;
  }

  return { find };
}

function isTailOf(tail: string, module: string): boolean {
  return module === tail || module.endsWith(`.${tail}`);
}

/**
 * Classes of one name clash only where they are loaded together, which the source of a workspace with several programs
 * does not always show. Where it does not, one that no program loads with the owner is not meant while another is, and of
 * those that are left the one in the nearest folder is, if there is such a one.
 */
function choose(
  { loadedTogether }: MappedDeclarations,
  owner: MappedClassDeclaration,
  found: readonly MappedClassDeclaration[],
  path: string,
  consumed: number,
): RegistryEntry {
  const [only] = found;
  if (only !== undefined && found.length === 1) return { kind: "class", class: only, consumed, namesakes: 1 };
  if (found.length > MOST_NAMESAKES) return { kind: "ambiguous", path, certain: false };
  const { file } = owner.location;
  const certain = found.filter((candidate) => candidate.certain);
  const own = certain.filter((candidate) => candidate.location.file === file);
  const others = certain.filter((candidate) => candidate.location.file !== file);
  const meets = others.filter((candidate) => loadedTogether(file, [candidate.location.file]));
  if (
    own.length + meets.length > 1 &&
    loadedTogether(
      file,
      meets.map(({ location }) => location.file),
    )
  )
    return { kind: "ambiguous", path, certain: true };
  const loaded = found.filter(({ location }) => location.file === file || loadedTogether(file, [location.file]));
  let nearest: MappedClassDeclaration | null = null;
  let nearestShared = -1;
  for (const candidate of loaded.length > 0 ? loaded : found) {
    const shared = sharedFolders(candidate.location.file, file);
    if (shared === nearestShared) nearest = null;
    else if (shared > nearestShared) {
      nearest = candidate;
      nearestShared = shared;
    }
  }
  if (nearest === null) return { kind: "ambiguous", path, certain: false };
  return { kind: "class", class: nearest, consumed, namesakes: found.length };
}

/** More classes of one name than any workspace has that means one of them. */
const MOST_NAMESAKES = 50;

/** How many folders two paths have in common. */
function sharedFolders(a: string, b: string): number {
  const left = a.split("/").slice(0, -1);
  const right = b.split("/").slice(0, -1);
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return shared;
}
