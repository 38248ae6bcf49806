import type { FileFacts } from "./fact.ts";
import type { FileDeclarations } from "./fileDeclarations.ts";
import type { MappedDeclarations } from "./mappedDeclarations.ts";

/** What modules outside the workspace, or code inside functions, may define besides what is listed. */
export interface OutsideDefinitions {
  readonly mayDefineMore: MappedDeclarations["mayDefineMore"];
  /** Whether a table of this name may be defined out of sight. */
  readonly mayDefineTable: (name: string) => boolean;
  /** Whether nothing at all is known about what there is; else all names are known, as `comparable` writes them. */
  readonly open: boolean;
  readonly names: ReadonlySet<string>;
}

/** Comes out as the same object where it says the same as `previous`. */
export function outsideDefinitions(
  files: readonly FileDeclarations[],
  facts: Iterable<FileFacts>,
  previous: OutsideDefinitions | null,
): OutsideDefinitions {
  const open = files.some((file) => file.missingModules || file.hidden.length > 0);
  const names = new Set<string>();
  for (const file of files) for (const name of file.outsideNames) names.add(comparable(name));
  for (const { deferred } of facts) for (const name of deferred) names.add(comparable(name));
  if (previous !== null && open === previous.open && sameNames(names, previous.names)) return previous;
  const endings = [...names].filter((name) => name.startsWith("*")).map((name) => name.slice(1));
  return {
    open,
    names,
    mayDefineMore: (_registry, name) => open || (name !== undefined && names.has(comparable(name))),
    mayDefineTable: (name) => {
      const wanted = comparable(name);
      const isNamed = names.has(wanted) || names.has(wanted.replace(/s$/, ""));
      return open || isNamed || endings.some((ending) => wanted.endsWith(ending));
    },
  };
}

function sameNames(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const name of a) if (!b.has(name)) return false;
  return true;
}

/** `UserProfile`, `user_profile` and `userprofile` may all stand for one model. */
function comparable(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
