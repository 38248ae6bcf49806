import type { FileFacts } from "./fact.ts";
import type { FileDeclarations } from "./fileDeclarations.ts";
import type { MappedDeclarations } from "./mappedDeclarations.ts";

/** What modules outside the workspace, or code inside functions, may define besides what is listed. */
export interface OutsideDefinitions {
  readonly mayDefineMore: MappedDeclarations["mayDefineMore"];
  /** Whether a table of this name may be defined out of sight. */
  readonly mayDefineTable: (name: string) => boolean;
}

/** `openRegistries` belong to libraries, which have classes of their own in them. */
export function outsideDefinitions(
  files: readonly FileDeclarations[],
  facts: Iterable<FileFacts>,
  _openRegistries: ReadonlySet<string>,
): OutsideDefinitions {
  const open = files.some((file) => file.missingModules || file.hidden.length > 0);
  const names = new Set<string>();
  for (const file of files) for (const name of file.outsideNames) names.add(comparable(name));
  for (const { deferred } of facts) for (const name of deferred) names.add(comparable(name));
  return {
    mayDefineMore: (_registry, name) => open || (name !== undefined && names.has(comparable(name))),
    mayDefineTable: (name) => {
      const wanted = comparable(name);
      return open || names.has(wanted) || names.has(wanted.replace(/s$/, ""));
    },
  };
}

/** `UserProfile`, `user_profile` and `userprofile` may all stand for one model. */
function comparable(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
